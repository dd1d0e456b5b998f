package org.gongkai.commandline;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.gongkai.text.Text;

/** Names the reason of a failure to read or write a file. The messages of Java are often just the name of the file. */
final class FileFailure {

    private static final Text MISSING = new Text("文件或文件夹 %s 不存在", "The file or folder %s does not exist");
    private static final Text DENIED = new Text("没有权限读写 %s", "No permission to read or write %s");
    private static final Text OTHER = new Text("%s 无法读写：%s", "%s cannot be read or written: %s");

    private FileFailure() {}

    static Text reason(IOException e) {
        if (e instanceof NoSuchFileException missing) {
            return MISSING.with(missing.getFile());
        }
        if (e instanceof AccessDeniedException denied) {
            return DENIED.with(denied.getFile());
        }
        if (e instanceof FileSystemException other && other.getReason() != null) {
            return OTHER.with(other.getFile(), other.getReason());
        }
        return Text.of(e.getMessage() == null ? e.toString() : e.getMessage());
    }
}
