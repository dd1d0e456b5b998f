package org.gongkai.rules;

import java.util.List;
import java.util.function.Function;
import org.gongkai.report.Form;
import org.gongkai.report.Text;

/**
 * A rule of arithmetic inside one report.
 *
 * @param id stable name, by what it checks
 * @param severity what breaking it does to a submission
 * @param statement what it demands
 * @param message what to say when it is broken; takes left side, right side and difference
 * @param relations every place of a form where it applies
 */
public record Rule(
        String id, Severity severity, Text statement, Text message, Function<Form, List<Relation>> relations) {}
