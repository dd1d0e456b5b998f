package org.gongkai.http;

import jakarta.ws.rs.core.MediaType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.text.Text;

/** The one encoding of bodies. Readers of JSON would guess others, and take what is wrong in UTF-8 for something else. */
final class Utf8 {

    private Utf8() {}

    /** Refuses what is not UTF-8. */
    static void require(byte[] body, MediaType type) {
        if (!isValid(body)) {
            throw type != null && type.isCompatible(AnswerFormat.CSV.mediaType())
                    ? new ProblemException(
                            ProblemType.MALFORMED_CSV,
                            new Text(
                                    "不是 UTF-8 编码：电子表格软件中请另存为“CSV UTF-8（逗号分隔）”",
                                    "Not encoded in UTF-8: have the spreadsheet save it as \"CSV UTF-8 (comma delimited)\""))
                    : new ProblemException(ProblemType.MALFORMED_JSON, new Text("不是 UTF-8 编码", "Not encoded in UTF-8"));
        }
    }

    /** A body of text holds no zero; those of UTF-16 and UTF-32 do. */
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
