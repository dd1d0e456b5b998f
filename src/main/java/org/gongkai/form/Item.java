package org.gongkai.form;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the statutory form prints beside a component: a section heading, a row label or a column heading. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Item {

    /** The ordinal as printed, with its punctuation: {@code 三、}, {@code （三）}, {@code 1.}; empty where none is printed. */
    String ordinal() default "";

    /** The label of the row, where the component is a column of it beside others; empty where the component is the row. */
    String of() default "";

    /** The label as the form prints it. */
    String zh();

    /** The label in English, in the terms of the field. */
    String en();
}
