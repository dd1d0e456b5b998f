package org.gongkai.reminder;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.gongkai.registry.agency.AgencyKind;
import org.gongkai.registry.category.Category;
import org.gongkai.registry.district.District;
import org.gongkai.reminder.delivery.MailFailure;
import org.gongkai.reminder.due.ReminderChannel;
import org.gongkai.reminder.due.ReminderReason;
import org.gongkai.reminder.due.ReminderState;
import org.hibernate.annotations.Immutable;

/** A reminder in the log, with its agency as it is registered now. */
@Entity
@Immutable
@Table(name = "reminder_line")
public class LoggedReminder extends PanacheEntityBase {

    @Id
    public long id;

    public short year;

    /** The code of the agency. */
    public String agency;

    /** The current name of the agency. */
    public String name;

    @Enumerated(EnumType.STRING)
    public AgencyKind kind;

    /** The current district of the agency. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "district")
    public District district;

    /** The current category of the agency. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "category")
    public Category category;

    @Enumerated(EnumType.STRING)
    public ReminderReason reason;

    /** The day from which the steps count. */
    public LocalDate day;

    public int step;

    @Enumerated(EnumType.STRING)
    public ReminderChannel channel;

    @Enumerated(EnumType.STRING)
    public ReminderState state;

    /** The last day in time, when the reminder was worked out. */
    public LocalDate deadline;

    /** The number of the revision concerned; null if there is none. */
    public Integer revision;

    /** The number of warnings without an explanation, when the reminder was worked out. */
    public int openWarnings;

    public Instant createdAt;

    /** The person who sent the reminders, or the service itself. */
    public String createdBy;

    /** The time of sending; null unless it was sent. */
    public Instant sentAt;

    /** The number of attempts to send the mail. */
    public int attempts;

    /** The reason of the last failure; null if there was none since the mail was last handed over. */
    @Enumerated(EnumType.STRING)
    public MailFailure failure;

    /** The answer of the mail server to the last attempt that failed; null if there was none. */
    public String detail;

    /** The time of the next attempt; null unless the last one has failed and there is a next one. */
    public Instant nextAttemptAt;
}
