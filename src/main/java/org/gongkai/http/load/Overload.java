package org.gongkai.http.load;

import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.text.Text;

/** The refusals of work for which the service has no room at present. */
public final class Overload {

    private Overload() {}

    /** Returns the refusal of a request for which there is no slot. */
    public static ProblemException busy() {
        return ProblemException.of(ProblemType.OVERLOADED);
    }

    /** Returns the refusal of a body for which there is no memory. */
    public static ProblemException tooManyBytes() {
        return new ProblemException(
                ProblemType.OVERLOADED,
                new Text("正在接收的请求正文过多，请稍后原样重试", "Too many bodies are being received. Repeat the same request later"));
    }

    /** Returns the refusal of an answer for which there is no memory. */
    public static ProblemException tooManyAnswers() {
        return new ProblemException(
                ProblemType.OVERLOADED,
                new Text(
                        "正在发送的大型结果过多，请稍后原样重试", "Too many large answers are being sent. Repeat the same request later"));
    }

    /** Returns the refusal of a file for which there is no space. */
    public static ProblemException noSpace() {
        return new ProblemException(
                ProblemType.OVERLOADED,
                new Text(
                        "临时文件已达上限，请稍后原样重试",
                        "The temporary files have reached their limit. Repeat the same request later"));
    }
}
