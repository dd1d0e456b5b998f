package org.gongkai.intake;

import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.text.Text;
import org.gongkai.transcription.carrier.DocumentType;

/**
 * A document in the body of a request, alone or as a file of a form.
 *
 * @param content the bytes of the document
 * @param type its type
 * @param charset the encoding that the sender names; {@code null} if none is named
 */
record UploadedFile(byte[] content, DocumentType type, String charset) {

    private static final MediaType UNKNOWN = MediaType.APPLICATION_OCTET_STREAM_TYPE;
    private static final String FIELD = "file";
    private static final int UNLIMITED = -1;
    private static final Text NO_FILE =
            new Text("表单中没有名为 file 的文件", "The form has no file in a field of the name file");
    private static final Text NO_FORM = new Text(
            "不是合法的表单：Content-Type 中应有 boundary，各部分以它隔开",
            "Not a valid form: Content-Type has to name the boundary that separates its parts");

    /**
     * Returns the document in a body.
     *
     * @param type the media type of the body; {@code null} if none is named
     */
    static UploadedFile of(byte[] body, MediaType type) throws IOException {
        MediaType named = type == null ? UNKNOWN : type;
        return named.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE) ? ofForm(body, named) : of(body, named, "");
    }

    private static UploadedFile of(byte[] content, MediaType type, String fileName) {
        DocumentType documentType = DocumentType.ofFile(fileName)
                .or(() -> DocumentType.ofMediaType(type.getType() + "/" + type.getSubtype()))
                .orElseGet(() -> DocumentType.ofContent(content));
        return new UploadedFile(content, documentType, type.getParameters().get(MediaType.CHARSET_PARAMETER));
    }

    private static UploadedFile ofForm(byte[] body, MediaType form) throws IOException {
        if (!form.getParameters().containsKey("boundary")) {
            throw new ProblemException(ProblemType.MALFORMED_HEADER, NO_FORM);
        }
        MimeTokenStream parts =
                new MimeTokenStream(MimeConfig.custom().setMaxLineLen(UNLIMITED).build());
        parts.parseHeadless(new ByteArrayInputStream(body), form.toString());
        try {
            return file(parts);
        } catch (MimeException malformed) {
            throw new ProblemException(ProblemType.MALFORMED_HEADER, NO_FORM);
        }
    }

    private static UploadedFile file(MimeTokenStream parts) throws IOException, MimeException {
        Optional<String> fileName = Optional.empty();
        for (EntityState state = parts.getState(); state != EntityState.T_END_OF_STREAM; state = parts.next()) {
            switch (state) {
                case T_START_HEADER -> fileName = Optional.empty();
                case T_FIELD -> fileName = fileName.isPresent() ? fileName : fileName(parts.getField());
                case T_BODY -> {
                    if (fileName.isPresent()) {
                        return of(parts.getDecodedInputStream().readAllBytes(), type(parts), fileName.get());
                    }
                }
                default -> {}
            }
        }
        throw new ProblemException(ProblemType.INVALID_PARAMETER, NO_FILE);
    }

    private static MediaType type(MimeTokenStream part) {
        return MediaType.valueOf(part.getBodyDescriptor().getMimeType());
    }

    /** Returns the name of the file that a field of the form holds; empty for other headers and other fields. */
    private static Optional<String> fileName(Field header) throws MimeException {
        if (!header.getName().equalsIgnoreCase("Content-Disposition")) {
            return Optional.empty();
        }
        RawBody disposition = RawFieldParser.DEFAULT.parseRawBody(
                header instanceof RawField raw ? raw : RawFieldParser.DEFAULT.parseField(header.getRaw()));
        boolean wanted = disposition.getParams().stream()
                .anyMatch(parameter -> parameter.getName().equalsIgnoreCase("name")
                        && parameter.getValue().equals(FIELD));
        return wanted
                ? Optional.of(disposition.getParams().stream()
                        .filter(parameter -> parameter.getName().equalsIgnoreCase("filename"))
                        .map(parameter -> parameter.getValue())
                        .findFirst()
                        .orElse(""))
                : Optional.empty();
    }
}
