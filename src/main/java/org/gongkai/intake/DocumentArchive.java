package org.gongkai.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.gongkai.text.Text;
import org.gongkai.text.TextDecoder;
import org.gongkai.transcription.Transcriber;

/**
 * A ZIP file with documents. Nothing is unpacked to disk, and documents are unpacked one at a time. Archives inside it are
 * not opened.
 */
final class DocumentArchive {

    static final int MAX_FILES = 10_000;
    static final long MAX_BYTES = 1L << 30;

    private static final Text DAMAGED = new Text("压缩包已损坏，或有密码保护", "The archive is damaged, or protected by a password");
    private static final Text TOO_LARGE = new Text("压缩包超过 %s 字节", "The archive is larger than %s bytes");
    private static final Text TOO_MANY = new Text("压缩包中的文件超过 %s 个", "The archive holds more than %s files");
    private static final Text TOO_MUCH =
            new Text("压缩包解压后超过 %s 字节，此文件没有读取", "The unpacked archive has more than %s bytes; this file was not read");
    private static final Text NESTED =
            new Text("不读取压缩包中的压缩包，请先解压", "An archive inside an archive is not read: unpack it first");

    private static final String ARCHIVE = ".zip";
    private static final List<String> OTHER_ARCHIVES = List.of(ARCHIVE, ".rar", ".7z");
    private static final String MAC_FOLDER = "__MACOSX";
    private static final Charset GB18030 = Charset.forName("GB18030");

    private final Path path;
    private final String name;
    private final AtomicLong left = new AtomicLong(MAX_BYTES);

    private DocumentArchive(Path path, String name) {
        this.path = path;
        this.name = name;
    }

    static boolean isArchive(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(ARCHIVE);
    }

    /**
     * Returns the documents in an archive in the order of their names, and an unreadable file for each archive in it.
     *
     * @param name the name of the archive for the user
     * @param isRead tells by its name whether to read a file
     */
    static List<SourceFile> files(Path path, String name, Predicate<String> isRead) throws IOException {
        DocumentArchive archive = new DocumentArchive(path, name);
        if (Files.size(path) > MAX_BYTES) {
            return List.of(unreadable(name, TOO_LARGE.with(MAX_BYTES)));
        }
        try (ZipFile zip = archive.open()) {
            if (zip.size() > MAX_FILES) {
                return List.of(unreadable(name, TOO_MANY.with(MAX_FILES)));
            }
            return zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .flatMap(entry -> archive.file(entry, isRead))
                    .sorted((one, other) -> one.name().compareTo(other.name()))
                    .toList();
        } catch (IOException | IllegalArgumentException damaged) {
            return List.of(unreadable(name, DAMAGED));
        }
    }

    /** Opens the archive. Names that are not marked as UTF-8 keep their bytes as characters. */
    private ZipFile open() throws IOException {
        return new ZipFile(path.toFile(), StandardCharsets.ISO_8859_1);
    }

    private Stream<SourceFile> file(ZipEntry entry, Predicate<String> isRead) {
        List<String> steps = steps(decoded(entry.getName()));
        String last = steps.isEmpty() ? "" : steps.get(steps.size() - 1);
        if (last.isEmpty() || SourceFile.isTemporary(last) || steps.contains(MAC_FOLDER)) {
            return Stream.empty();
        }
        String shown = name + "/" + String.join("/", steps);
        if (OTHER_ARCHIVES.stream().anyMatch(last.toLowerCase(Locale.ROOT)::endsWith)) {
            return Stream.of(unreadable(shown, NESTED));
        }
        return isRead.test(last) ? Stream.of(new SourceFile(shown, () -> content(entry))) : Stream.empty();
    }

    /** Returns the folders and the name of a file, without steps that lead out of the archive. */
    private static List<String> steps(String path) {
        return Arrays.stream(path.split("[/\\\\:]"))
                .map(step -> step.codePoints()
                        .filter(character -> !Character.isISOControl(character))
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining()))
                .filter(step -> !step.isBlank() && !step.equals(".") && !step.equals(".."))
                .toList();
    }

    /** Decodes a name: one whose characters are bytes is UTF-8, or else GB18030, which contains GBK. */
    private static String decoded(String name) {
        if (name.chars().anyMatch(character -> character > 0xFF)) {
            return name;
        }
        byte[] bytes = name.getBytes(StandardCharsets.ISO_8859_1);
        return TextDecoder.decode(bytes).orElseGet(() -> new String(bytes, GB18030));
    }

    private byte[] content(ZipEntry entry) throws IOException {
        try (ZipFile zip = open();
                InputStream file = zip.getInputStream(entry)) {
            byte[] bytes = file.readNBytes(Transcriber.MAX_BYTES + 1);
            if (left.addAndGet(-bytes.length) < 0) {
                throw new UnreadableFile(TOO_MUCH.with(MAX_BYTES));
            }
            return bytes;
        } catch (UnreadableFile e) {
            throw e;
        } catch (IOException | IllegalArgumentException damaged) {
            throw new UnreadableFile(DAMAGED);
        }
    }

    private static SourceFile unreadable(String name, Text reason) {
        return new SourceFile(name, () -> {
            throw new UnreadableFile(reason);
        });
    }
}
