package org.gongkai.http.semantics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All addresses of the resources, with their operations. */
@ApplicationScoped
class Addresses {

    /** The addresses by the number of segments. Templates with fewer variables come first, as they win. */
    private final Map<Integer, List<Map.Entry<AddressTemplate, Address>>> bySize;

    Addresses(BeanManager beans) {
        bySize = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Class<?>>map(bean -> bean.getBeanClass())
                .filter(resource -> resource.isAnnotationPresent(Path.class))
                .distinct()
                .flatMap(Operation::of)
                .collect(Collectors.groupingBy(
                        operation -> operation.addresses().unnamed(),
                        Collectors.toMap(Operation::method, Function.identity())))
                .entrySet()
                .stream()
                .map(entry -> Map.entry(entry.getKey(), new Address(entry.getValue())))
                .sorted(Comparator.comparingLong(entry -> entry.getKey().variables()))
                .collect(
                        Collectors.groupingBy(entry -> entry.getKey().segments().size()));
    }

    /** Returns the address of a path; empty if no resource has it. */
    Optional<Address> at(String path) {
        List<String> segments = AddressTemplate.split(path);
        return bySize.getOrDefault(segments.size(), List.of()).stream()
                .filter(entry -> entry.getKey().matches(segments))
                .findFirst()
                .map(Map.Entry::getValue);
    }
}
