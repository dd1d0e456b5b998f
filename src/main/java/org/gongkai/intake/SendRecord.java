package org.gongkai.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import org.gongkai.commandline.CommandFailure;
import org.gongkai.text.Sha256;
import org.gongkai.text.Text;

/**
 * A file that records which documents a service has stored, one JSON object per line. A line is on the disk before the
 * next document is sent, so a run that was interrupted can go on where it ended.
 */
final class SendRecord implements AutoCloseable {

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final String FILE = "file";
    private static final String SERVICE = "service";
    private static final String SHA_256 = "sha256";

    /** The first characters of a record. Another file must not be changed. */
    private static final String BEGINNING = "{\"" + FILE + "\":";

    private static final Text NO_RECORD =
            new Text("文件 %s 不是报送记录，未作改动", "The file %s is no record of sent reports; it was not changed");
    private static final Text IN_USE = new Text("另一个 import 正在使用 %s", "Another import uses %s");

    private final FileChannel file;
    private final URI service;
    private final Set<String> stored = new HashSet<>();

    private SendRecord(FileChannel file, URI service) {
        this.file = file;
        this.service = service;
    }

    /**
     * Opens a record, or creates it.
     *
     * @param service the service to send to; documents that were sent to another one do not count
     * @throws CommandFailure if the file is no record, or another import uses it
     */
    static SendRecord open(Path path, URI service) throws IOException {
        FileChannel file =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (file.tryLock() == null) {
                throw new CommandFailure(IN_USE.with(path));
            }
            SendRecord sent = new SendRecord(file, service);
            sent.readAll(path);
            return sent;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private void readAll(Path path) throws IOException {
        // Where locks are mandatory, only the channel that holds the lock can read. Afterwards, it is at the end.
        String content = new String(Channels.newInputStream(file).readAllBytes(), StandardCharsets.UTF_8);
        if (!content.isEmpty() && !content.startsWith(BEGINNING)) {
            throw new CommandFailure(NO_RECORD.with(path));
        }
        content.lines().forEach(this::read);
        if (!content.isEmpty() && !content.endsWith("\n")) {
            append("\n");
        }
    }

    /** Reads a line. The last one may have been cut off; its document is sent again. */
    private void read(String line) {
        try {
            JsonNode entry = JSON.readTree(line);
            if (entry.path(SERVICE).asText().equals(service.toString())) {
                stored.add(entry.path(SHA_256).asText());
            }
        } catch (JsonProcessingException cutOff) {
            // See above.
        }
    }

    /** Returns whether the service has stored a document with this content. */
    boolean contains(byte[] document) {
        return stored.contains(Sha256.hex(document));
    }

    /** Records a document that the service has stored. */
    void add(FileReading reading, ImportOutcome outcome) throws IOException {
        String hash = Sha256.hex(reading.document());
        append(JSON.createObjectNode()
                        .put(FILE, reading.name())
                        .put(SHA_256, hash)
                        .put(SERVICE, service.toString())
                        .put("detail", outcome.detail().en())
                + "\n");
        stored.add(hash);
    }

    private void append(String text) throws IOException {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        file.force(false);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
