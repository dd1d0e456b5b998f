package org.gongkai.filing.review;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.filing.revision.CellComment;
import org.gongkai.filing.revision.RevisionRow;
import org.gongkai.form.Form;
import org.gongkai.form.statutory.Forms;
import org.gongkai.rules.Reason;
import org.gongkai.text.Language;
import org.gongkai.text.Pointers;

/**
 * A comment of the oversight office at a place of the form.
 *
 * @param pointer RFC 6901 JSON Pointer to the cell, row or section
 * @param cell the place on paper, such as 表三 · 三（三）1.属于国家秘密 · 自然人
 * @param comment the comment
 */
@Schema(name = "PlacedComment")
public record CellCommentView(
        @Schema(format = Pointers.FORMAT) String pointer,
        String cell,

        @Schema(minLength = 1, maxLength = Reason.MAX_LENGTH)
        String comment) {

    /** Returns the comments on a revision, in the language of a reader. */
    static List<CellCommentView> of(RevisionRow revision, Language language) {
        Form form = Forms.of(revision.year()).orElseThrow();
        return CellComment.read(revision.comments()).stream()
                .map(comment -> new CellCommentView(
                        comment.pointer(),
                        form.at(comment.pointer()).orElseThrow().place().in(language),
                        comment.comment()))
                .toList();
    }
}
