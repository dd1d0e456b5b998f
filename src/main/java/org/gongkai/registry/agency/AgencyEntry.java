package org.gongkai.registry.agency;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.gongkai.csv.EntryWarning;
import org.gongkai.registry.entry.EmailAddress;
import org.gongkai.registry.entry.Telephone;
import org.gongkai.text.CodeFormat;
import org.gongkai.text.Language;
import org.gongkai.text.NameLength;

/**
 * An agency in the registry.
 *
 * @param code stable code; optional in a request, as the path contains it
 * @param name the name in Chinese, at most 200 characters
 * @param nameSince first day of the current name; absent if it is the first name. In a request, a different name with a
 *     later day is a renaming, which adds the previous name to the former ones; a different name with the same day, or
 *     without a day, is a correction
 * @param formerNames the former names, the oldest first, at most 100. If a request omits or repeats the list, only
 *     renamings change it; a different list replaces the existing one
 * @param district code of the district of the agency
 * @param category code of the category of the agency
 * @param kind kind of the agency: it reports on itself or, as a government, on all its departments
 * @param unifiedSocialCreditCode unified social credit code (GB 32100) with a valid check digit; absent if unknown
 * @param validFrom first day of the existence of the agency; absent if unknown
 * @param validTo last day of the existence of the agency; absent while it exists
 * @param successors codes of the agencies that continue its tasks after its end, at most 100; absent if there are
 *     none. A single successor continues its series on current boundaries; if the agency was split, its figures stay
 *     with it. In a request, the only code can also be given in the member successor
 * @param contactPerson person that the oversight office asks for; shown to the office and to the agency itself only,
 *     absent if unknown. If a request omits it, it stays; an empty text removes it
 * @param telephone telephone numbers of this person, separated by {@code 、}: a landline, with an extension after
 *     {@code 转}, a mobile or a 400 number; shown, kept and removed like contactPerson
 * @param email e-mail address to which reminders are sent; shown, kept and removed like contactPerson
 * @param warnings warnings about the entry, for example that another agency of the district has the same name; absent if
 *     there are none; ignored in requests
 */
@Schema(
        properties =
                @SchemaProperty(
                        name = "successor",
                        type = SchemaType.STRING,
                        pattern = CodeFormat.PATTERN,
                        description =
                                "code of the only agency that continues its tasks after its end; absent if there is"
                                        + " none, or if there are several"))
public record AgencyEntry(
        @Schema(pattern = CodeFormat.PATTERN, examples = "430212-finance")
        String code,

        @Schema(required = true, minLength = 1, maxLength = NameLength.REGISTERED, examples = "株洲市渌口区财政局")
        String name,

        @JsonInclude(JsonInclude.Include.NON_NULL) LocalDate nameSince,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Schema(maxItems = FormerName.MAX_NUMBER)
        List<FormerName> formerNames,

        @Schema(required = true, pattern = CodeFormat.PATTERN, examples = "430212")
        String district,

        @Schema(required = true, pattern = CodeFormat.PATTERN, examples = "finance")
        String category,

        @Schema(required = true) AgencyKind kind,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(pattern = UnifiedSocialCreditCode.PATTERN, examples = "11341702486344515H")
        String unifiedSocialCreditCode,

        @JsonInclude(JsonInclude.Include.NON_NULL) LocalDate validFrom,
        @JsonInclude(JsonInclude.Include.NON_NULL) LocalDate validTo,

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @JsonAlias("successor")
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        @Schema(pattern = CodeFormat.PATTERN, maxItems = Succession.MAX_SUCCESSORS)
        List<String> successors,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(maxLength = NameLength.PERSON, examples = "李明")
        String contactPerson,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(maxLength = Telephone.MAX_LENGTH, examples = "0733-28681234转8012")
        String telephone,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(maxLength = EmailAddress.MAX_LENGTH, examples = "liming@example.gov.cn")
        String email,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Schema(readOnly = true)
        List<EntryWarning> warnings) {

    static final String CONTACT_PERSON = "contactPerson";
    static final String TELEPHONE = "telephone";
    static final String EMAIL = "email";

    public AgencyEntry {
        successors = successors == null
                ? List.of()
                : successors.stream().filter(Objects::nonNull).toList();
    }

    /** Returns the code of the only successor; {@code null} if there is none, or if there are several. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public String successor() {
        return successors.size() == 1 ? successors.get(0) : null;
    }

    /** Returns the same entry with its warnings. */
    AgencyEntry withWarnings(Language language) {
        return with(contactPerson, telephone, email, SameName.warnings(code, language));
    }

    /** Returns the entry for readers who may not see the contact. */
    AgencyEntry withoutContact() {
        return with(null, null, null, warnings);
    }

    /** Returns whether the contact is that of another state, or there is none in both. */
    boolean hasContactOf(AgencyEntry other) {
        return Objects.equals(contactPerson, other == null ? null : other.contactPerson)
                && Objects.equals(telephone, other == null ? null : other.telephone)
                && Objects.equals(email, other == null ? null : other.email);
    }

    private AgencyEntry with(String person, String numbers, String address, List<EntryWarning> remarks) {
        return new AgencyEntry(
                code,
                name,
                nameSince,
                formerNames,
                district,
                category,
                kind,
                unifiedSocialCreditCode,
                validFrom,
                validTo,
                successors,
                person,
                numbers,
                address,
                remarks);
    }

    static AgencyEntry of(Agency agency) {
        return new AgencyEntry(
                agency.code,
                agency.name,
                agency.nameSince,
                agency.formerNames,
                agency.district.code,
                agency.category.code,
                agency.kind,
                agency.unifiedSocialCreditCode,
                agency.validFrom,
                agency.validTo,
                agency.successors(),
                agency.contactPerson,
                agency.telephone,
                agency.email,
                List.of());
    }
}
