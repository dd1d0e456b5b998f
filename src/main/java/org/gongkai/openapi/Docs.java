package org.gongkai.openapi;

import com.github.therapi.runtimejavadoc.Comment;
import com.github.therapi.runtimejavadoc.ParamJavadoc;
import com.github.therapi.runtimejavadoc.RuntimeJavadoc;
import com.github.therapi.runtimejavadoc.ToTextListCommentVisitor;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;

/** Reads Javadoc as plain text. */
final class Docs {

    /** A space that does not belong into the text: the parts of a comment are joined by spaces, also before punctuation. */
    private static final String SPACE_BEFORE_PUNCTUATION = " (?=[;,.:)](?: |$))";

    private Docs() {}

    static Optional<String> of(Class<?> type) {
        return text(RuntimeJavadoc.getJavadoc(type).getComment());
    }

    static Optional<String> of(Method method) {
        return text(RuntimeJavadoc.getJavadoc(method).getComment());
    }

    static Optional<String> ofParameter(Method method, String name) {
        return named(RuntimeJavadoc.getJavadoc(method).getParams(), name);
    }

    static Optional<String> ofComponent(Class<?> type, String name) {
        return named(RuntimeJavadoc.getJavadoc(type).getRecordComponents(), name);
    }

    private static Optional<String> named(List<ParamJavadoc> parameters, String name) {
        return parameters.stream()
                .filter(parameter -> parameter.getName().equals(name))
                .findFirst()
                .flatMap(parameter -> text(parameter.getComment()));
    }

    private static Optional<String> text(Comment comment) {
        ToTextListCommentVisitor plain = new ToTextListCommentVisitor();
        comment.visit(plain);
        String text = String.join(" ", plain.build())
                .replaceAll("\\s+", " ")
                .replaceAll(SPACE_BEFORE_PUNCTUATION, "")
                .strip();
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(Character.toUpperCase(text.charAt(0)) + text.substring(1));
    }
}
