package org.gongkai.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.registry.agency.Agency;
import org.gongkai.rules.Finding;
import org.gongkai.security.Access;
import org.gongkai.text.CodeFormat;
import org.gongkai.text.Text;
import org.gongkai.webhook.subscription.Webhook;
import org.gongkai.webhook.transport.ReceiverUrl;
import org.gongkai.webhook.transport.WebhookConfig;

/** Checks requests for subscriptions. */
@ApplicationScoped
class WebhookCheck {

    private static final Text OF_YEARS =
            new Text("限定报告年度的令牌不能订阅事件", "A token that is limited to report years cannot subscribe to events");

    private final Access access;
    private final boolean allowPrivate;

    WebhookCheck(Access access, WebhookConfig config) {
        this.access = access;
        this.allowPrivate = config.allowPrivateNetworks();
    }

    /**
     * Returns the subscription that a request describes.
     *
     * @throws ProblemException if the request has errors, or names an agency that the caller does not represent
     */
    Webhook checked(WebhookRequest request) {
        List<String> named = request.agencies() == null ? List.of() : request.agencies();
        refuseOthers(named);
        List<Finding> findings = new ArrayList<>();
        ReceiverUrl.fault(request.url(), allowPrivate).ifPresent(fault -> add(findings, "/url", fault));
        checkEvents(request, findings);
        List<String> agencies =
                named.isEmpty() && !access.isUnlimitedOversight() ? List.copyOf(access.registeredAgencies()) : named;
        if (agencies.size() > WebhookRequest.MAX_AGENCIES) {
            add(
                    findings,
                    "/agencies",
                    new Text("最多 %s 个机关，请逐一列出", "At most %s agencies; name them").with(WebhookRequest.MAX_AGENCIES));
        } else {
            IntStream.range(0, named.size()).forEach(i -> checkAgency("/agencies/" + i, named.get(i), findings));
        }
        ProblemException.refuse(ProblemType.INVALID_ENTRY, findings);
        return webhook(request, agencies);
    }

    private void refuseOthers(List<String> named) {
        if (access.years().named().isPresent()) {
            throw new ProblemException(ProblemType.FORBIDDEN, OF_YEARS);
        }
        if (access.isUnlimitedOversight()) {
            return;
        }
        boolean own =
                named.stream().allMatch(code -> code != null && access.reach().test(code));
        if (!own || named.isEmpty() && access.registeredAgencies().isEmpty()) {
            throw ProblemException.of(ProblemType.FORBIDDEN);
        }
    }

    private static void checkEvents(WebhookRequest request, List<Finding> findings) {
        if (request.events() != null && request.events().size() > WebhookRequest.MAX_EVENTS) {
            add(
                    findings,
                    "/events",
                    new Text("最多 %s 项", "Must have at most %s entries").with(WebhookRequest.MAX_EVENTS));
        } else if (request.events() != null) {
            IntStream.range(0, request.events().size())
                    .filter(i -> request.events().get(i) == null)
                    .forEach(i -> add(findings, "/events/" + i, new Text("应为事件类型", "Must be a type of event")));
        }
    }

    private static void checkAgency(String pointer, String code, List<Finding> findings) {
        if (code == null || !CodeFormat.matches(code) || Agency.findById(code) == null) {
            add(findings, pointer, new Text("名录中没有机关 %s", "The registry has no agency %s").with(code));
        }
    }

    private static void add(List<Finding> findings, String pointer, Text message) {
        findings.add(Finding.ofShape(pointer, null, message));
    }

    /**
     * Makes a subscription of a request without errors.
     *
     * @param agencies the agencies whose events are sent; empty for all
     */
    private Webhook webhook(WebhookRequest request, List<String> agencies) {
        Webhook webhook = new Webhook();
        webhook.url = request.url();
        webhook.events = request.events() == null || request.events().isEmpty()
                ? null
                : request.events().stream().map(Enum::name).distinct().toArray(String[]::new);
        webhook.agencies = agencies.isEmpty()
                ? null
                : agencies.stream().distinct().sorted().toArray(String[]::new);
        webhook.office = access.isOversight();
        return webhook;
    }
}
