package org.gongkai.filing.carryover;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** The key of a line that may have a difference. Lists of differences start from these lines, which are few. */
@Entity
@Immutable
@Table(name = "carry_over_candidate")
class CarryOverCandidate {

    @EmbeddedId
    CarryOverId id;
}
