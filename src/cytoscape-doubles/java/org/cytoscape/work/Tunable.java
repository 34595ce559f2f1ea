package org.cytoscape.work;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Test double: the signatures that Kindling uses of the type of this name in Cytoscape 3.10. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface Tunable {

    String description() default "";

    String longDescription() default "";

    String exampleStringValue() default "";

    String[] groups() default {};

    double gravity() default 999.0;

    String params() default "";

    String context() default "both";

    boolean required() default false;
}
