package org.orderengine.examples.shop;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.orderengine.effect.CallContext;
import org.orderengine.effect.Effect.AuthorizePayment;
import org.orderengine.effect.Effect.CapturePayment;
import org.orderengine.effect.Effect.Charge;
import org.orderengine.effect.Effect.RefundPayment;
import org.orderengine.effect.Effect.VoidPayment;
import org.orderengine.effect.EffectResult;
import org.orderengine.spi.payment.PaymentGateway;

/**
 * The shop's way to its payment provider.
 *
 * <p>The engine's key goes along as the provider's own, so that the provider does once what is asked twice. An answer that does not come,
 * or not in time, is {@code unknown} and never {@code failed}: the money may have moved.
 */
final class HttpPayments implements PaymentGateway {

    private final String provider;

    HttpPayments(String provider) {
        this.provider = provider;
    }

    @Override
    public EffectResult authorize(AuthorizePayment request, CallContext call) {
        return ask("authorize", request, call);
    }

    @Override
    public EffectResult capture(CapturePayment request, CallContext call) {
        return ask("capture", request, call);
    }

    @Override
    public EffectResult voidAuthorization(VoidPayment request, CallContext call) {
        return ask("void", request, call);
    }

    @Override
    public EffectResult refund(RefundPayment request, CallContext call) {
        return ask("refund", request, call);
    }

    @Override
    public EffectResult query(Charge request, CallContext call) {
        return answer(() -> Http.get(provider + "/charges/" + encoded(call.idempotencyKey())));
    }

    /** Where the buyer of an order is to go to confirm a payment; empty where nothing waits for that. */
    Optional<String> redirect(String order) throws IOException, InterruptedException {
        return Optional.ofNullable(Http.get(provider + "/pending/" + encoded(order))
                .path("redirect")
                .textValue());
    }

    private EffectResult ask(String kind, Charge request, CallContext call) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("key", call.idempotencyKey());
        body.put("kind", kind);
        body.put("order", call.orderId());
        body.put("payment", request.payment());
        body.put("method", request.method());
        body.put("cents", request.amount().minorUnits());
        return answer(() -> Http.post(provider + "/charges", body));
    }

    /** A request to the provider. */
    @FunctionalInterface
    private interface Request {
        JsonNode send() throws IOException, InterruptedException;
    }

    // snippet: answer
    private static EffectResult answer(Request request) {
        JsonNode answer;
        try {
            answer = request.send();
        } catch (IOException lost) {
            return EffectResult.unknown("no answer: " + lost.getClass().getSimpleName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return EffectResult.unknown("stopped while waiting for the answer");
        }
        return switch (answer.path("state").asText()) {
            case "done" -> EffectResult.done(answer.path("reference").asText());
            case "declined" -> EffectResult.declined("card-declined", "the bank says no");
            case "unheard-of" -> EffectResult.failed("the provider never heard of it");
            default -> EffectResult.unknown("the buyer has not confirmed yet");
        };
    }
    // end

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
