package org.gongkai.problem;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.gongkai.text.Text;

/** The closed list of problem types. Each is a page at {@code /problems/{name}}. */
public enum ProblemType {
    MALFORMED_JSON(
            400,
            new Text("不是合法的 JSON", "Malformed JSON"),
            new Text(
                    "请求正文不是合法的 UTF-8 编码 JSON，或同一对象内有重复的键。详情指出出错的行和列。",
                    "The body is not valid JSON in UTF-8, or an object repeats a key. The detail names line and"
                            + " column.")),
    MALFORMED_CSV(
            400,
            new Text("不是合法的 CSV", "Malformed CSV"),
            new Text(
                    "请求正文不是 UTF-8 编码。电子表格软件中请另存为“CSV UTF-8（逗号分隔）”。",
                    "The body is not encoded in UTF-8. Save it in the spreadsheet as \"CSV UTF-8 (comma"
                            + " delimited)\".")),
    INCOMPLETE_BODY(
            400,
            new Text("请求正文不完整", "Incomplete body"),
            new Text(
                    "请求正文在结束之前中断，或长时间没有后续内容。请整体重新发送：内容相同的报告不会重复保存。",
                    "The body ended before it was complete, or stopped arriving. Send the whole request again: the same"
                            + " content is never stored twice.")),
    INVALID_PARAMETER(
            400,
            new Text("参数有误", "Invalid parameter"),
            new Text(
                    "路径或查询参数未知、重复、格式有误或超出范围。parameters 逐一列出参数、给出的取值、原因和可用取值。",
                    "A path or query parameter is unknown, repeated, malformed or out of range. The member parameters"
                            + " lists each one with its value, the reason and the known values.")),
    MALFORMED_HEADER(
            400,
            new Text("请求头有误", "Malformed header"),
            new Text(
                    "请求头无法解析，或与请求正文不符。详情指明是哪一个。",
                    "A header cannot be parsed, or does not describe the body. The detail names it.")),
    NOT_SUMMABLE(
            400,
            new Text("所查询的指标不能相加", "These figures cannot be added"),
            new Text(
                    "存量不能跨年相加；单位不同的指标、存量与流量也不能相加。详情说明原因和修改方法。",
                    "Stocks cannot be added over years. Figures with different units, and stocks and flows, cannot"
                            + " be added to each other. The detail gives the reason and how to change the query.")),
    UNAUTHENTICATED(
            401,
            new Text("需要身份验证", "Not authenticated"),
            new Text(
                    "此操作需要有效的令牌（Authorization: Bearer …）。没有令牌，或令牌已过期、已撤销，或签名、签发方、接收方不符。",
                    "The operation requires a valid token (Authorization: Bearer …). The token is missing, expired or"
                            + " revoked, or its signature, issuer or audience is wrong.")),
    FORBIDDEN(
            403,
            new Text("无权进行此操作", "Not allowed"),
            new Text(
                    "令牌没有所需的角色，不代表这个机关，或限于其他年度、行政区划。无论所请求的内容是否存在，返回结果都相同。",
                    "The token lacks the required role, does not represent the agency, or is limited to other years or"
                            + " districts. The answer is the same"
                            + " whether or not the requested resource exists.")),
    UNKNOWN_RESOURCE(
            404,
            new Text("没有这个地址", "Unknown address"),
            new Text("这个地址下没有任何内容。", "The service has no resource at this address.")),
    UNKNOWN_DISTRICT(
            404,
            new Text("没有这个行政区划", "Unknown district"),
            new Text("名录中没有这个代码的行政区划。", "The registry has no district with this code.")),
    UNKNOWN_CATEGORY(
            404,
            new Text("没有这个部门类别", "Unknown category"),
            new Text("名录中没有这个代码的部门类别。", "The registry has no category with this code.")),
    UNKNOWN_AGENCY(
            404,
            new Text("没有这个机关", "Unknown agency"),
            new Text("名录中没有这个代码的机关。", "The registry has no agency with this code.")),
    UNKNOWN_CYCLE(
            404,
            new Text("该年度尚未开启", "Report year not opened"),
            new Text("主管部门尚未开启这一报告年度。", "The oversight office has not opened this report year.")),
    UNKNOWN_REPORT(
            404,
            new Text("没有这份报告", "Unknown report"),
            new Text(
                    "该机关这一年度没有生效的报告，或没有这一版。",
                    "The agency has no report in force for this year, or the revision does not exist.")),
    UNKNOWN_WEBHOOK(
            404,
            new Text("没有这个订阅", "Unknown webhook"),
            new Text("没有这个编号的订阅，或它属于其他机关。", "No subscription has this number, or it belongs to another agency.")),
    UNKNOWN_REVALIDATION(
            404,
            new Text("没有这次复核", "Unknown revalidation"),
            new Text("没有这个编号的规则复核。", "No check of stored reports has this number.")),
    YEAR_NOT_COVERED(
            404,
            new Text("没有适用于该年度的格式", "No form covers this year"),
            new Text(
                    "法定格式自特定年度起适用；更早的年度没有格式可填。",
                    "Each statutory form applies from a certain year on. No form covers the years before the first"
                            + " one.")),
    METHOD_NOT_ALLOWED(
            405,
            new Text("此地址不支持该方法", "Method not allowed"),
            new Text("Allow 响应头列出可用的方法。", "The header Allow lists the allowed methods.")),
    NOT_ACCEPTABLE(
            406,
            new Text("无法提供所请求的格式", "Not acceptable"),
            new Text(
                    "请求的 Accept 中没有此地址能提供的格式。详情列出可用的格式。",
                    "The address offers none of the formats in the header Accept. The detail lists those that it"
                            + " offers.")),
    ILLEGAL_TRANSITION(
            409,
            new Text("当前状态不允许此操作", "Illegal transition"),
            new Text(
                    "待审核的版本才能接受、退回或由机关撤回，生效的版本才能由主管部门撤回；早于生效版本的版本不能再生效；已有报告的年度不能关闭；已更换、已撤销或过期的令牌不能再更换；规则复核同时只进行一次，结束后不能取消。详情说明目前的状态。",
                    "Only a revision that waits can be accepted, returned or withdrawn by its agency, and only one in"
                            + " force can be withdrawn by the office. A revision older than the one in force cannot be"
                            + " accepted. A report year with reports cannot be closed. A token that was replaced or revoked, or has"
                            + " expired, cannot be replaced. One check of stored reports runs at a time, and one that has"
                            + " ended cannot be cancelled. The detail gives the status.")),
    TOO_MANY_WEBHOOKS(
            409,
            new Text("订阅数已达上限", "Too many webhooks"),
            new Text(
                    "主管部门或该机关的订阅数已达上限。详情给出上限。",
                    "The oversight office or the agency has as many subscriptions as are allowed. The detail gives the"
                            + " limit.")),
    SANDBOX_FULL(
            409,
            new Text("测试报送已达上限", "The sandbox is full"),
            new Text(
                    "测试令牌的持有人保存的测试报送已达上限。详情给出上限；删除旧的测试报送后重试。",
                    "The holder of the test token has as many tests as are kept. The detail gives the limits. Delete tests,"
                            + " and repeat the request.")),
    REQUEST_UNDER_WAY(
            409,
            new Text("相同的请求正在处理", "The same request is under way"),
            new Text(
                    "带有同一 Idempotency-Key 的请求尚未处理完。请稍后原样重试，届时返回其结果。",
                    "A request with the same Idempotency-Key has not been answered yet. Repeat it later to get its"
                            + " answer.")),
    ANSWER_NOT_KEPT(
            409,
            new Text("请求已经处理，结果未保留", "The request was processed, but its answer was not kept"),
            new Text(
                    "带有同一 Idempotency-Key 的请求已经处理过，没有再次处理。其结果过大，或者保留结果的空间已满，未予保留；请用 GET 查询。",
                    "A request with the same Idempotency-Key has been processed, and is not processed again. Its answer was"
                            + " too large to be kept, or there was no space for it: read the result by GET.")),
    CURSOR_GONE(
            410,
            new Text("操作记录中没有这个位置", "Unknown position in the audit log"),
            new Text(
                    "after 所指的记录不存在：数据库已恢复到更早的状态，或它并非取自本服务。请从头（不带 after）读起，并删除不再出现的内容。",
                    "The event that after refers to does not exist: the database was restored to an earlier state,"
                            + " or the cursor comes from another service. Read from the beginning (without after),"
                            + " and remove what no longer occurs.")),
    PRECONDITION_FAILED(
            412,
            new Text("先决条件不成立", "Precondition failed"),
            new Text(
                    "If-Match 或 If-None-Match 与最新版本不符：可能已有他人先行报送。请取回最新版本后再修改。",
                    "If-Match or If-None-Match does not match the newest revision: another client may have"
                            + " submitted one. Fetch the newest revision, and repeat the change on it.")),
    BODY_TOO_LARGE(413, new Text("请求正文过大", "Body too large"), new Text("详情给出上限。", "The detail gives the size limit.")),
    TOO_MANY_ROWS(
            413,
            new Text("结果行数过多", "Too many rows"),
            new Text(
                    "查询结果的行数，或试算规则所涉及的报告数，预计超过上限，未予计算。详情给出预计数、上限和缩小范围的方法。需要汇总的全部各行的，请用 format=ndjson。",
                    "The roll-up would have more rows than an answer may contain, or the preview of rules would check more"
                            + " reports than it may, and was not computed. The detail gives the estimate, the limit and"
                            + " how to narrow the question. Use format=ndjson to get all rows of a roll-up.")),
    ADDRESS_TOO_LONG(
            414,
            new Text("地址过长", "Address too long"),
            new Text(
                    "地址连同参数过长。详情给出上限；请分成几次查询。",
                    "The address with its parameters is too long. The detail gives the limit; ask several questions"
                            + " instead of one.")),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            new Text("不支持的内容类型", "Unsupported media type"),
            new Text(
                    "此地址不接受这种内容类型，或不接受这种压缩方式。Accept 或 Accept-Encoding 响应头列出可用的取值。",
                    "The address does not take this content type, or this content coding. The header Accept or"
                            + " Accept-Encoding of the answer lists what it takes.")),
    INVALID_ENTRY(
            422,
            new Text("内容有误", "Invalid entry"),
            new Text(
                    "名录内容、说明、决定、批量报送中的一条或文件中的一行有缺项、未知项，或引用的内容不存在。findings 指出位置和原因。",
                    "A registry entry, explanation, decision, item of a batch or line of a file lacks a member,"
                            + " has an unknown one, or refers to an object that does not exist. The member findings"
                            + " gives position and reason.")),
    REPORT_REJECTED(
            422,
            new Text("报告不予接收", "Report rejected"),
            new Text(
                    "报告缺项、有不该有的内容、表内勾稽关系不成立，或者更正生效的报告而没有说明原因。findings 逐条列出规则、位置、等式两边的数值和差额。不保存任何内容。",
                    "The report lacks figures, contains members that the form does not have, breaks an"
                            + " arithmetic rule, or corrects the report in force without a reason. The member findings"
                            + " lists each broken rule with the position, both sides and the difference. Nothing was"
                            + " stored.")),
    NOT_A_REPORT(
            422,
            new Text("不是年度报告", "Not an annual report"),
            new Text(
                    "文件可以读取，但其中没有年度报告的表格。报告若是页面上的图片或附件，请提交附件本身。",
                    "The document can be read, but does not contain the tables of an annual report. If the report"
                            + " is an image on the page or attached to it, send the attachment itself.")),
    UNREADABLE_DOCUMENT(
            422,
            new Text("文件无法读取", "Unreadable document"),
            new Text(
                    "文件已损坏、编码不明，或内部过大、过深而不予读取。详情给出原因和上限。",
                    "The document is damaged, has an unknown encoding, or exceeds a limit on its size or nesting"
                            + " depth. The detail gives the reason and the limit.")),
    IDEMPOTENCY_KEY_REUSED(
            422,
            new Text("幂等键已用于另一请求", "The key belongs to another request"),
            new Text(
                    "24 小时之内，同一 Idempotency-Key 已用于方法、地址或正文不同的请求。每个新的请求应使用新的键。",
                    "Within the last 24 hours, the same Idempotency-Key was sent with another method, address or body. Each"
                            + " new request needs a new key.")),
    BATCH_ABORTED(
            424,
            new Text("整批未保存", "Batch aborted"),
            new Text(
                    "本条没有问题，但以 mode=atomic 报送的同一批中另有错误，因此整批均未保存。",
                    "The item is valid, but another item of the batch is not, and the batch had to be stored as a whole"
                            + " (mode=atomic). Nothing was stored.")),
    TOO_MANY_REQUESTS(
            429,
            new Text("请求过于频繁", "Too many requests"),
            new Text(
                    "本客户端的请求过多、同时进行的请求过多，或查询过于耗费资源。请在 Retry-After 所示时间之后重试；各项上限见 /api/v1/limits。",
                    "The client has sent too many requests, has too many under way, or has asked questions that cost too"
                            + " much. Repeat the request after the time in Retry-After. All limits are listed at"
                            + " /api/v1/limits.")),
    HEADERS_TOO_LARGE(
            431,
            new Text("请求头过大", "Headers too large"),
            new Text("全部请求头加起来过大。详情给出上限。", "All headers together are too large. The detail gives the limit.")),
    INTERNAL_ERROR(
            500,
            new Text("服务出错", "Internal error"),
            new Text("服务自身出错，已记入日志。", "The service failed. The cause is in its log.")),
    OVERLOADED(
            503,
            new Text("服务繁忙", "Overloaded"),
            new Text(
                    "服务当前处理的内容过多，未能受理本请求，也未保存任何内容。请在 Retry-After 所示时间之后原样重试。",
                    "The service is processing too much at present. It has not processed the request, and stored nothing."
                            + " Repeat the same request after the time in Retry-After.")),
    UNAVAILABLE(
            503,
            new Text("服务暂不可用", "Temporarily unavailable"),
            new Text(
                    "数据库暂时不可用，请稍后原样重试：内容相同的报告不会重复保存。",
                    "The database is temporarily unavailable. Repeat the same request later: the same content is"
                            + " never stored twice."));

    /** The delay after which a client should repeat a request that failed for a temporary reason. */
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private static final int SERVICE_UNAVAILABLE = 503;

    private final int status;
    private final Text title;
    private final Text meaning;

    ProblemType(int status, Text title, Text meaning) {
        this.status = status;
        this.title = title;
        this.meaning = meaning;
    }

    /** Returns the last segment of the URI of the type. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the URI reference of the type. */
    public String uri() {
        return "/problems/" + slug();
    }

    public int status() {
        return status;
    }

    /** Returns the delay after which the same request may succeed; empty if the client has to change it. */
    public Optional<Duration> retryAfter() {
        return status == SERVICE_UNAVAILABLE || this == REQUEST_UNDER_WAY ? Optional.of(RETRY_AFTER) : Optional.empty();
    }

    public Text title() {
        return title;
    }

    /** Returns the explanation of the type, for its page. */
    public Text meaning() {
        return meaning;
    }

    public static Optional<ProblemType> ofSlug(String slug) {
        return Arrays.stream(values()).filter(type -> type.slug().equals(slug)).findFirst();
    }
}
