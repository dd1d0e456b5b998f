package org.gongkai.filing.submission;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.filing.review.MinimumContent;
import org.gongkai.filing.revision.SubmissionNotes;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.rules.Finding;
import org.gongkai.text.EqualText;
import org.gongkai.text.NameLength;
import org.gongkai.text.Text;
import org.gongkai.text.UnsafeCharacter;

/** Checks the remarks of an agency on a submission. */
@ApplicationScoped
class NotesCheck {

    /** The name of the reason of a correction, as a parameter and as a member. */
    static final String CHANGE_REASON = "changeReason";

    /** The name of the responsible person, as a parameter and as a member. */
    static final String APPROVED_BY = "approvedBy";

    private static final Text INVALID_NAME =
            new Text("应为 1 至 %s 字的姓名", "Must be a name of 1 to %s characters").with(NameLength.PERSON);

    private final MinimumContent minimum;

    NotesCheck(MinimumContent minimum) {
        this.minimum = minimum;
    }

    /**
     * Refuses remarks with faults.
     *
     * @throws ProblemException with all faults
     */
    void refuse(SubmissionNotes notes) {
        ProblemException.refuse(ProblemType.INVALID_ENTRY, faults(notes));
    }

    /** Returns the faults of remarks. */
    List<Finding> faults(SubmissionNotes notes) {
        return Stream.of(
                        Optional.ofNullable(notes.changeReason())
                                .flatMap(reason ->
                                        minimum.check("/" + CHANGE_REASON, reason, SubmissionNotes.MAX_CHANGE_REASON)),
                        Optional.ofNullable(notes.approvedBy()).flatMap(NotesCheck::nameFault))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Finding> nameFault(String name) {
        boolean hasLength = !EqualText.isBlank(name) && name.codePointCount(0, name.length()) <= NameLength.PERSON;
        return (hasLength ? UnsafeCharacter.inName(name).map(UnsafeCharacter::message) : Optional.of(INVALID_NAME))
                .map(message -> Finding.ofShape("/" + APPROVED_BY, null, message));
    }
}
