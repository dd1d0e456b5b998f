package org.gongkai.http.body;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongPredicate;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.gongkai.http.load.Overload;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.text.Text;

/**
 * The body of a request as it arrives: unpacked, up to a limit. A body that is too large, is cut off or is not packed as
 * announced ends in a problem.
 */
final class ReceivedBody extends InputStream {

    private static final int BUFFER = 1 << 16;

    private final InputStream sent;
    private final boolean packed;
    private final long limit;
    private final LongPredicate room;
    private InputStream unpacked;
    private long size;

    /**
     * Creates the body. Nothing is read yet: a client may wait for {@code 100 Continue}.
     *
     * @param packed whether it is compressed by gzip
     * @param limit maximum number of bytes after unpacking
     * @param room finds room for the bytes that unpacking adds
     */
    ReceivedBody(InputStream sent, boolean packed, long limit, LongPredicate room) {
        this.sent = sent;
        this.packed = packed;
        this.limit = limit;
        this.room = room;
    }

    static ProblemException tooLarge(long limit) {
        return new ProblemException(
                ProblemType.BODY_TOO_LARGE, new Text("请求正文最多 %s 字节", "The body must not exceed %s bytes").with(limit));
    }

    @Override
    public int read() {
        byte[] octet = new byte[1];
        return read(octet, 0, 1) < 0 ? -1 : octet[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        int read = readSome(buffer, offset, length);
        size += Math.max(read, 0);
        if (size > limit) {
            throw tooLarge(limit);
        }
        if (packed && read > 0 && !room.test(read)) {
            throw Overload.tooManyBytes();
        }
        return read;
    }

    private int readSome(byte[] buffer, int offset, int length) {
        try {
            if (unpacked == null) {
                unpacked = packed ? new GZIPInputStream(sent, BUFFER) : sent;
            }
            return unpacked.read(buffer, offset, length);
        } catch (ZipException e) {
            throw new ProblemException(
                    ProblemType.MALFORMED_HEADER,
                    new Text(
                            "Content-Encoding 为 gzip，但请求正文不是 gzip 格式，或已损坏",
                            "Content-Encoding is gzip, but the body is not in this format, or is damaged"));
        } catch (EOFException e) {
            throw new ProblemException(ProblemType.INCOMPLETE_BODY, new Text("gzip 内容提前结束", "The gzip data end early"));
        } catch (IOException e) {
            throw Arrival.broken();
        }
    }

    @Override
    public void close() throws IOException {
        sent.close();
    }
}
