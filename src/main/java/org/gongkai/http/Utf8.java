package org.gongkai.http;

import jakarta.ws.rs.core.MediaType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.text.Text;

/** Checks that bodies are encoded in UTF-8. JSON parsers guess the encoding, and some accept malformed UTF-8. */
final class Utf8 {

    private Utf8() {}

    /** Refuses a body that is not UTF-8. */
    static void require(byte[] body, MediaType type) {
        if (!isValid(body)) {
            throw type != null && type.isCompatible(AnswerFormat.CSV.mediaType())
                    ? new ProblemException(
                            ProblemType.MALFORMED_CSV,
                            new Text(
                                    "不是 UTF-8 编码：电子表格软件中请另存为“CSV UTF-8（逗号分隔）”",
                                    "Not encoded in UTF-8: save it in the spreadsheet as \"CSV UTF-8 (comma"
                                            + " delimited)\""))
                    : new ProblemException(ProblemType.MALFORMED_JSON, new Text("不是 UTF-8 编码", "Not encoded in UTF-8"));
        }
    }

    /** Returns whether a body is UTF-8. A zero byte occurs in UTF-16 and UTF-32, but not in text in UTF-8. */
    private static boolean isValid(byte[] body) {
        for (byte octet : body) {
            if (octet == 0) {
                return false;
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
