package org.gongkai.http.parameter;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the check of a query parameter. It runs before the operation, so that all faults are in one answer. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD})
public @interface CheckedBy {

    /** The check, which is a bean. */
    Class<? extends ParameterCheck> value();
}
