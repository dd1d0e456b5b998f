package org.gongkai.form;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Gives the printed label of a component: a section heading, a row label or a column heading. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Item {

    /**
     * Returns the ordinal as printed, with its punctuation: {@code 三、}, {@code （三）}, {@code 1.}; empty if none is
     * printed.
     */
    String ordinal() default "";

    /** Returns the label of the row if the component is one of several columns; empty if the component is the row. */
    String of() default "";

    /** Returns the label as printed in the form. */
    String zh();

    /** Returns the label in English, in the terms of the field. */
    String en();
}
