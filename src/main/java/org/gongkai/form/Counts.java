package org.gongkai.form;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Gives the unit of a component and of its parts, unless a part has a unit of its own. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Counts {

    Unit value();

    /** Returns the place where the form prints the unit. */
    Printed printed() default Printed.NOWHERE;

    /** The place where a unit is printed. */
    enum Printed {
        NOWHERE,
        BEHIND_HEADING,
        BEHIND_NUMBER
    }
}
