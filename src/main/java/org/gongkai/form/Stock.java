package org.gongkai.form;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a figure that is counted at a moment and not over the year; see {@link Measure#STOCK}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Stock {

    /**
     * Returns the components of the same record in last year's report whose sum is its opening value; itself if none is
     * named.
     */
    String[] opensWith() default {};
}
