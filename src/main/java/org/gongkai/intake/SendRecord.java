package org.gongkai.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import org.gongkai.text.Sha256;

/**
 * A file that records which documents a service has stored, one JSON object per line. A line is on the disk before the
 * next document is sent, so a run that was interrupted can go on where it ended.
 */
final class SendRecord implements AutoCloseable {

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final String SERVICE = "service";
    private static final String SHA_256 = "sha256";

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
     */
    static SendRecord open(Path path, URI service) throws IOException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        SendRecord sent = new SendRecord(file, service);
        String content = Files.readString(path);
        content.lines().forEach(sent::read);
        if (!content.isEmpty() && !content.endsWith("\n")) {
            sent.append("\n");
        }
        return sent;
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
                        .put("file", reading.name())
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
