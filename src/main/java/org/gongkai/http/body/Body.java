package org.gongkai.http.body;

import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.text.Text;

/** Checks the body of a request. */
public final class Body {

    private Body() {}

    /** Returns the body, and refuses an empty one, which the framework reads as {@code null}. */
    public static <T> T required(T body) {
        if (body == null) {
            throw new ProblemException(ProblemType.MALFORMED_JSON, new Text("请求正文为空", "The body is empty"));
        }
        return body;
    }
}
