package org.gongkai.openapi;

import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;

/** Finds the classes of the service at build time. */
final class AppClasses {

    private AppClasses() {}

    static Stream<? extends Class<?>> of(IndexView index, Predicate<ClassInfo> wanted) {
        return index.getKnownClasses().stream()
                .filter(known -> known.name().toString().startsWith("org.gongkai."))
                .filter(wanted)
                .map(AppClasses::load)
                .distinct();
    }

    private static Class<?> load(ClassInfo known) {
        try {
            return Class.forName(
                    known.name().toString(), false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
