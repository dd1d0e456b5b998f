package org.gongkai.filing.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.gongkai.commandline.CommandFailure;
import org.gongkai.commandline.ExitCode;
import org.gongkai.commandline.GeneralOptions;
import org.gongkai.commandline.OutputOptions;
import org.gongkai.commandline.ResultColumn;
import org.gongkai.commandline.Results;
import org.gongkai.text.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code verify}: checks whether the service has signed receipts. With a file of keys, it needs no network. */
@Command(name = "verify")
public final class VerifyCommand implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";

    private static final Text NO_RECEIPT = new Text(
            "%s 中没有回执：应为回执的 JSON、批量报送结果的各行，或签名本身",
            "%s holds no receipt: it must be a receipt as JSON, lines of a batch, or a signature");
    private static final List<ResultColumn> COLUMNS = List.of(
            new ResultColumn("agency", new Text("机关", "agency")),
            new ResultColumn("year", new Text("年度", "year")),
            new ResultColumn("revision", new Text("版本", "revision")),
            new ResultColumn("status", new Text("状态", "status")),
            new ResultColumn("submittedAt", new Text("报送时间", "submitted at")),
            new ResultColumn("key", new Text("密钥", "key")),
            new ResultColumn("result", new Text("结果", "result")),
            new ResultColumn("reason", new Text("原因", "reason")));

    @Mixin
    private GeneralOptions general;

    @Mixin
    private OutputOptions output;

    @Parameters(paramLabel = "FILE", descriptionKey = "receipt")
    private String source;

    @Option(names = "--keys", paramLabel = "FILE|URL", required = true)
    private String keys;

    /** Checks the receipts. Returns 0 if all of them are valid; otherwise 1. */
    @Override
    public Integer call() throws IOException, InterruptedException {
        Map<String, PublicKey> known = PublicKeys.of(keys);
        List<ReceiptCheck> checks = checks(read(), known);
        try (Results results = output.results(COLUMNS)) {
            checks.forEach(check -> add(results, check));
        }
        return checks.stream().allMatch(check -> check.fault().isEmpty()) ? ExitCode.SUCCESS : ExitCode.INCOMPLETE;
    }

    private String read() throws IOException {
        byte[] content = source.equals(STANDARD_INPUT) ? System.in.readAllBytes() : Files.readAllBytes(Path.of(source));
        return new String(content, StandardCharsets.UTF_8).strip();
    }

    private List<ReceiptCheck> checks(String content, Map<String, PublicKey> known) {
        List<ReceiptCheck> checks = content.startsWith("{") || content.startsWith("[")
                ? receipts(content)
                        .map(receipt -> ReceiptCheck.of(receipt, known))
                        .toList()
                : content.lines()
                        .map(jws -> ReceiptCheck.of(jws.strip(), known))
                        .toList();
        if (checks.isEmpty()) {
            throw noReceipt();
        }
        return checks;
    }

    /** Returns the receipts in JSON: one, an array, or the lines of a batch, of which refused items are left out. */
    private Stream<JsonNode> receipts(String content) {
        List<JsonNode> all = new ArrayList<>();
        try (MappingIterator<JsonNode> values =
                JsonMapper.builder().build().readerFor(JsonNode.class).readValues(content)) {
            values.forEachRemaining(all::add);
        } catch (IOException | RuntimeException malformed) {
            throw noReceipt();
        }
        return all.stream()
                .filter(value -> !isRefusedItem(value))
                .map(value -> value.has("receipt") ? value.get("receipt") : value);
    }

    /** Returns whether a value is the line of a refused item. A member more does not keep a receipt from being checked. */
    private static boolean isRefusedItem(JsonNode value) {
        return value.has("problem") && !value.has("receipt") && !value.has("signature");
    }

    private CommandFailure noReceipt() {
        return new CommandFailure(NO_RECEIPT.with(source));
    }

    private static void add(Results results, ReceiptCheck check) {
        JsonNode stated = check.statements();
        results.add(
                stated.path("agency").textValue(),
                stated.path("year").asText(null),
                stated.path("revision").asText(null),
                stated.path("status").textValue(),
                stated.path("submittedAt").textValue(),
                check.key(),
                check.fault().isEmpty() ? VerifyResult.VALID : VerifyResult.INVALID,
                check.fault().orElse(null));
    }
}
