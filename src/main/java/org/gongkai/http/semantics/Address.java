package org.gongkai.http.semantics;

import jakarta.ws.rs.HttpMethod;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * An address of the service.
 *
 * @param operations its operations, by their methods
 */
record Address(Map<String, Operation> operations) {

    Address {
        operations = Map.copyOf(operations);
    }

    /** Returns the operation that answers a method. {@code HEAD} is answered like {@code GET}, without the content. */
    Optional<Operation> operation(String method) {
        return Optional.ofNullable(operations.get(method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method));
    }

    /** Returns the path of the address, with names for its variable segments. */
    String template() {
        return operations.values().iterator().next().addresses().path();
    }

    /** Returns the value of the header {@code Allow}. */
    String allow() {
        TreeSet<String> methods = new TreeSet<>(operations.keySet());
        methods.add(HttpMethod.OPTIONS);
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        return String.join(", ", methods);
    }
}
