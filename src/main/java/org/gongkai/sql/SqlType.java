package org.gongkai.sql;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The type of a {@link RecordTable} column that does not follow from the Java type of its component. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface SqlType {

    /** The name of the type in PostgreSQL. */
    String value();
}
