package org.gongkai.form;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks what stands at a moment, not what happened during the year; see {@link Measure#STOCK}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Stock {

    /** Components of the same record that, in last year's report, add up to it when the year opens; itself when none is named. */
    String[] opensWith() default {};
}
