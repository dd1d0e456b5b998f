package org.gongkai.http.semantics;

import io.restassured.RestAssured;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The addresses of the contract, with values for their variables. */
final class ContractAddresses {

    private ContractAddresses() {}

    /**
     * An address.
     *
     * @param path its path
     * @param operations its operations in the contract, by method
     */
    record Known(String path, Map<String, Map<String, Object>> operations) {

        /** Returns the methods that the address must support. */
        Set<String> methods() {
            Set<String> methods = new TreeSet<>(operations.keySet());
            methods.add("OPTIONS");
            if (methods.contains("GET")) {
                methods.add("HEAD");
            }
            return methods;
        }
    }

    static Stream<Known> all() {
        Map<String, Map<String, Map<String, Object>>> paths =
                RestAssured.get("/q/openapi?format=json").path("paths");
        return paths.entrySet().stream().map(entry -> known(entry.getKey(), entry.getValue()));
    }

    private static Known known(String template, Map<String, Map<String, Object>> item) {
        Map<String, Map<String, Object>> operations = new TreeMap<>();
        for (String method : List.of("get", "put", "post", "delete", "patch")) {
            if (item.containsKey(method)) {
                operations.put(method.toUpperCase(Locale.ROOT), item.get(method));
            }
        }
        String path = template.replace("{year}", "2023")
                .replace("{agency}", "430212-finance")
                .replaceAll("\\{(revision|id|n)}", "1")
                .replaceAll("\\{[^}]+}", "430212-finance");
        return new Known(path, operations);
    }
}
