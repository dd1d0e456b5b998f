package org.gongkai.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gongkai.commandline.CommandFailure;
import org.gongkai.text.Text;
import org.gongkai.transcription.Transcriber;
import org.gongkai.transcription.carrier.DocumentType;

/**
 * A file to read, or the standard input.
 *
 * @param name the name for the user: the path relative to the given folder; {@code -} for the standard input
 * @param content the content
 */
record SourceFile(String name, Content content) {

    /** The argument that stands for the standard input. */
    static final String STANDARD_INPUT = "-";

    private static final Text MISSING = new Text("文件 %s 不存在或无法读取", "The file %s does not exist or cannot be read");
    private static final Text EMPTY_FOLDER =
            new Text("文件夹 %s 中没有可读取的文件", "The folder %s holds no file that can be read");

    /** The content of a file, which is read when it is needed. */
    @FunctionalInterface
    interface Content {

        /** Returns the first bytes, at most one more than a document may have. */
        byte[] bytes() throws IOException;
    }

    /**
     * Returns the given files and the files in the given folders and archives, in a stable order.
     *
     * @param inFolders tells by its name whether to read a file in a folder
     * @throws CommandFailure if a file does not exist or cannot be read, or a folder has no such file
     */
    static List<SourceFile> in(List<Path> sources, Predicate<String> inFolders) throws IOException {
        List<SourceFile> files = new ArrayList<>();
        for (Path source : sources) {
            if (source.toString().equals(STANDARD_INPUT)) {
                byte[] input = start(System.in);
                files.add(new SourceFile(STANDARD_INPUT, () -> input));
            } else if (Files.isDirectory(source)) {
                files.addAll(inFolder(source, inFolders));
            } else if (Files.isReadable(source)) {
                files.addAll(ofPath(source, source.getFileName().toString(), inFolders));
            } else {
                throw new CommandFailure(MISSING.with(source));
            }
        }
        return files;
    }

    private static List<SourceFile> inFolder(Path folder, Predicate<String> isRead) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            List<Path> found = inside.filter(Files::isRegularFile)
                    .filter(file -> !isTemporary(file.getFileName().toString()))
                    .filter(file -> isRead.test(file.getFileName().toString())
                            || DocumentArchive.isArchive(file.getFileName().toString()))
                    .sorted()
                    .toList();
            List<SourceFile> files = new ArrayList<>();
            for (Path file : found) {
                files.addAll(ofPath(file, folder.relativize(file).toString(), isRead));
            }
            if (files.isEmpty()) {
                throw new CommandFailure(EMPTY_FOLDER.with(folder));
            }
            return files;
        }
    }

    /** Returns whether a file is hidden, or a mark of Word that a document is open. */
    static boolean isTemporary(String name) {
        return name.startsWith(".") || name.startsWith("~$");
    }

    /** Returns a file; for an archive, the documents in it. */
    private static List<SourceFile> ofPath(Path path, String name, Predicate<String> isRead) throws IOException {
        return DocumentArchive.isArchive(name) ? DocumentArchive.files(path, name, isRead) : List.of(of(path, name));
    }

    private static SourceFile of(Path path, String name) {
        return new SourceFile(name, () -> {
            try (InputStream file = Files.newInputStream(path)) {
                return start(file);
            }
        });
    }

    private static byte[] start(InputStream file) throws IOException {
        return file.readNBytes(Transcriber.MAX_BYTES + 1);
    }

    /** Returns the type by the extension; without a name, by the content. Empty if the extension is unknown. */
    Optional<DocumentType> documentType(byte[] document) {
        return name.equals(STANDARD_INPUT) ? Optional.of(DocumentType.ofContent(document)) : DocumentType.ofFile(name);
    }
}
