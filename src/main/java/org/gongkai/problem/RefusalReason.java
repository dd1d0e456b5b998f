package org.gongkai.problem;

import java.util.Optional;
import org.gongkai.text.Text;

/** Knows why the caller of the current request has no rights, if there is more to say than that a role is missing. */
public interface RefusalReason {

    /** Returns the reason; empty if there is no special one. */
    Optional<Text> ofCaller();
}
