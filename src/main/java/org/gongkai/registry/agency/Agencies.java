package org.gongkai.registry.agency;

import static org.gongkai.registry.agency.AgencyEntry.CONTACT_PERSON;
import static org.gongkai.registry.agency.AgencyEntry.EMAIL;
import static org.gongkai.registry.agency.AgencyEntry.TELEPHONE;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.audit.AuditEntry;
import org.gongkai.audit.AuditLog;
import org.gongkai.csv.CsvColumn;
import org.gongkai.csv.CsvColumns;
import org.gongkai.csv.CsvFile;
import org.gongkai.csv.CsvImport;
import org.gongkai.csv.EntryWarning;
import org.gongkai.csv.ImportSummary;
import org.gongkai.csv.UpsertResult;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.registry.code.CodeList;
import org.gongkai.registry.code.EqualCodes;
import org.gongkai.registry.entry.EntryCheck;
import org.gongkai.security.Actor;
import org.gongkai.sql.Argument;
import org.gongkai.sql.StatementPipeline;
import org.gongkai.text.EqualCode;
import org.gongkai.text.EqualText;
import org.gongkai.text.Language;
import org.gongkai.text.Text;

/** The register of the agencies that owe reports. */
@ApplicationScoped
public class Agencies {

    /** The columns of an agency, without its former names: their number varies, and an import keeps them. */
    static final CsvColumns<AgencyEntry> COLUMNS = new CsvColumns<>(
            List.of(
                    CsvColumn.required(CsvColumns.CODE, AgencyEntry::code)
                            .ofCodes()
                            .alsoCalled("代码", "编码", "机关代码", "单位代码"),
                    CsvColumn.required("name", AgencyEntry::name).alsoCalled("名称", "机关名称", "单位名称"),
                    CsvColumn.optional("nameSince", AgencyEntry::nameSince).alsoCalled("名称起始日期", "更名日期", "现名称起始日期"),
                    CsvColumn.required("district", AgencyEntry::district)
                            .ofCodes()
                            .alsoCalled("区划", "行政区划", "区划代码", "行政区划代码", "所属区划"),
                    CsvColumn.required("category", AgencyEntry::category)
                            .ofCodes()
                            .alsoCalled("类别", "部门类别", "类别代码"),
                    CsvColumn.required("kind", AgencyEntry::kind).alsoCalled("类型", "机关类型", "性质"),
                    CsvColumn.optional("unifiedSocialCreditCode", AgencyEntry::unifiedSocialCreditCode)
                            .ofCodes()
                            .alsoCalled("统一社会信用代码", "信用代码"),
                    CsvColumn.optional("validFrom", AgencyEntry::validFrom).alsoCalled("生效日期", "起始日期", "成立日期"),
                    CsvColumn.optional("validTo", AgencyEntry::validTo).alsoCalled("失效日期", "终止日期", "撤销日期"),
                    CsvColumn.reference("successor", Agencies::successorCell)
                            .alsoCalled("承继机关", "承继方", "承继单位", "承继机关代码"),
                    CsvColumn.optional(CONTACT_PERSON, AgencyEntry::contactPerson)
                            .alsoCalled("联系人", "联系人姓名"),
                    CsvColumn.optional(TELEPHONE, AgencyEntry::telephone)
                            .ofCodes()
                            .alsoCalled("电话", "联系电话", "联系人电话", "电话号码"),
                    CsvColumn.optional(EMAIL, AgencyEntry::email).alsoCalled("电子邮箱", "邮箱", "联系人邮箱", "电子邮件")),
            EqualCode::key,
            line -> new AgencyEntry(
                    line.text(CsvColumns.CODE),
                    line.text("name"),
                    line.date("nameSince"),
                    null,
                    line.text("district"),
                    line.text("category"),
                    line.choice(
                            "kind", AgencyKind.values(), kind -> kind.label().zh()),
                    line.text("unifiedSocialCreditCode"),
                    line.date("validFrom"),
                    line.date("validTo"),
                    codes(line.text("successor")),
                    line.textOfColumn(CONTACT_PERSON),
                    line.textOfColumn(TELEPHONE),
                    line.textOfColumn(EMAIL),
                    List.of()));

    /** The columns for everybody. A file with them, loaded by the office, changes no contact. */
    static final CsvColumns<AgencyEntry> COLUMNS_WITHOUT_CONTACT = COLUMNS.without(CONTACT_PERSON, TELEPHONE, EMAIL);

    private static String successorCell(AgencyEntry entry) {
        return String.join(" ", entry.successors());
    }

    /** Returns the codes in a cell, which are separated by blanks. */
    private static List<String> codes(String cell) {
        return cell == null ? List.of() : List.of(cell.strip().split("\\s+"));
    }

    private static final String LOCK =
            "select from agency where code = any (?::text[]) order by code for no key update";

    private static final String LOCK_FREE =
            "select code from agency where code = any (?::text[]) order by code for no key update skip locked";

    private static final String NAMES = """
            with known as (
                select code, comparable_text(name) as name from agency
                union
                select code, comparable_text(former ->> 'name') from agency, jsonb_array_elements(former_names) former
            )""";

    private static final String NAMED = NAMES + "select distinct code from known where name = :name order by code";

    /** Matches 渌口区财政局 for 株洲市渌口区财政局, and the name of a place for its government. */
    private static final String NAMED_IN_SHORT = NAMES + """
            , short as (select :name || office as name from unnest(array['', '人民政府', '管理委员会']) office)
            select distinct code from known, short where right(known.name, length(short.name)) = short.name
            order by code""";

    private static final String REPORTING_AUTHORITIES = """
            select a.code, a.kind, a.valid_from, a.valid_to, (select d.level from district d where d.code = a.district) as level
            from agency a where a.code = any (?::text[]) order by a.code""";

    /** Conflicts with the lock on a single row, which every submission takes. */
    private static final String LOCK_ALL = "lock table agency in exclusive mode";

    private static final String LOCK_TABLE = "lock table agency in share row exclusive mode";

    private final AuditLog auditLog;

    Agencies(AuditLog auditLog) {
        this.auditLog = auditLog;
    }

    /**
     * Returns an agency.
     *
     * @throws ProblemException if the code is unknown
     */
    public static Agency require(String code) {
        return Agency.<Agency>findByIdOptional(code).orElseThrow(() -> unknown(code));
    }

    /** Returns the codes of the agencies that have this name, or had it formerly. */
    public static List<String> named(String name) {
        return codes(NAMED, name);
    }

    /**
     * Returns the codes of the agencies with this short name: without the leading places, or without the word for a
     * government.
     */
    public static List<String> namedInShort(String name) {
        return codes(NAMED_IN_SHORT, name);
    }

    private static List<String> codes(String sql, String name) {
        List<?> codes = Panache.getEntityManager()
                .createNativeQuery(sql, String.class)
                .setParameter("name", EqualText.key(name))
                .getResultList();
        return codes.stream().map(String.class::cast).toList();
    }

    /** Returns the problem of an unknown agency code. It names the registered code that is probably meant. */
    public static ProblemException unknown(String code) {
        Text unknown = new Text("没有机关 %s", "Unknown agency %s").with(code);
        return new ProblemException(ProblemType.UNKNOWN_AGENCY, EqualCodes.unknown(unknown, CodeList.AGENCY, code));
    }

    /**
     * Returns an agency and locks it. Submissions for it and changes of it wait until this transaction ends, so that
     * its reports are compared with the reports in force.
     *
     * @throws ProblemException if the code is unknown
     */
    public static Agency lock(String code) {
        Panache.getEntityManager()
                .createNativeQuery("select 1 from agency where code = :code for no key update")
                .setParameter("code", code)
                .getResultList();
        Agency agency = require(code);
        Panache.getEntityManager().refresh(agency);
        return agency;
    }

    /**
     * Locks all agencies until the transaction ends: waits for the transactions that hold the lock on one, and lets
     * no other take it. No report is then judged by deadlines that this transaction changes.
     */
    public static void lockAll() {
        Panache.getEntityManager().createNativeQuery(LOCK_ALL).executeUpdate();
    }

    /**
     * Adds statements that lock agencies like {@link #lock(String)}. They are locked in the order of their codes, so
     * that two transactions cannot wait for each other. Statements that are added later read the data as of the time of
     * the lock.
     *
     * @return the existing agencies by code; the map is empty until the statements are executed
     */
    public static Map<String, ReportingAuthority> lock(StatementPipeline statements, List<String> codes) {
        // A separate statement: the columns that are read with a locked row are as old as the start of the statement.
        statements.query(LOCK, rows -> {}, codes, List.of(Argument.text(code -> code)));
        return reportingAuthorities(statements, codes);
    }

    /**
     * Adds statements that lock agencies like {@link #lock(StatementPipeline, List)}, except those that another
     * transaction has locked.
     *
     * @return the existing agencies that were free, by code; the map is empty until the statements are executed
     */
    public static Map<String, ReportingAuthority> lockFree(StatementPipeline statements, List<String> codes) {
        List<Argument<String>> ofCode = List.of(Argument.text(code -> code));
        Set<String> free = new HashSet<>();
        Map<String, ReportingAuthority> reportingAuthorities = new HashMap<>();
        statements.query(LOCK_FREE, rows -> readCodes(rows, free), codes, ofCode);
        statements.query(
                REPORTING_AUTHORITIES,
                rows -> {
                    readAuthorities(rows, reportingAuthorities);
                    reportingAuthorities.keySet().retainAll(free);
                },
                codes,
                ofCode);
        return reportingAuthorities;
    }

    /**
     * Adds a statement that reads agencies without locking them.
     *
     * @return the existing agencies by code; the map is empty until the statements are executed
     */
    public static Map<String, ReportingAuthority> reportingAuthorities(
            StatementPipeline statements, List<String> codes) {
        Map<String, ReportingAuthority> reportingAuthorities = new HashMap<>();
        statements.query(
                REPORTING_AUTHORITIES,
                rows -> readAuthorities(rows, reportingAuthorities),
                codes,
                List.of(Argument.text(code -> code)));
        return reportingAuthorities;
    }

    private static void readCodes(ResultSet rows, Set<String> codes) throws SQLException {
        while (rows.next()) {
            codes.add(rows.getString("code"));
        }
    }

    private static void readAuthorities(ResultSet rows, Map<String, ReportingAuthority> reportingAuthorities)
            throws SQLException {
        while (rows.next()) {
            String code = rows.getString("code");
            reportingAuthorities.put(
                    code,
                    new ReportingAuthority(
                            code,
                            AgencyKind.valueOf(rows.getString("kind")),
                            rows.getInt("level"),
                            rows.getObject("valid_from", LocalDate.class),
                            rows.getObject("valid_to", LocalDate.class)));
        }
    }

    /**
     * Locks the register against other changes until the transaction ends, so that the checks of an entry still hold
     * when it is stored. Changes are rare, and reads do not wait.
     */
    private static void lock() {
        Panache.getEntityManager().createNativeQuery(LOCK_TABLE).executeUpdate();
    }

    /** Adds or changes an agency. */
    @Transactional
    public UpsertResult put(String code, AgencyEntry entry, Actor actor) {
        EntryCheck.requireCode(code);
        lock();
        return AgencyUpsert.store(code, entry, new StoredAgencies(), change -> auditLog.record(change, actor));
    }

    /** Adds or changes the agencies in a file; changes nothing if there is a finding. */
    @Transactional
    @TransactionConfiguration(timeout = CsvImport.MAX_SECONDS)
    ImportSummary load(CsvFile<AgencyEntry> file, Actor actor, Language language) {
        lock();
        AgencyLookup agencies = AgencyIndex.read();
        List<AuditEntry> changes = new ArrayList<>();
        ImportSummary summary = CsvImport.run(file, (code, entry) -> {
            EntryCheck.refuseLostZeros(code, agencies::find, agencies::withKey);
            return AgencyUpsert.store(code, entry, agencies, changes::add);
        });
        Panache.getEntityManager().flush();
        auditLog.record(changes, actor);
        Map<String, List<EntryWarning>> warnings = SameName.ofImported(file.codes(), language);
        return summary.with(file.warnings(entry -> warnings.getOrDefault(entry.code(), List.of()), language));
    }
}
