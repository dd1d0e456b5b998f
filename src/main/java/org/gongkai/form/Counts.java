package org.gongkai.form;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The unit of the component and of all that it contains, unless a component further in names another. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Counts {

    Unit value();

    /** Where the form prints the unit. */
    Printed printed() default Printed.NOWHERE;

    /** Where a unit is printed. */
    enum Printed {
        NOWHERE,
        BEHIND_HEADING,
        BEHIND_NUMBER
    }
}
