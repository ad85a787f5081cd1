package org.orderengine.jdbc.crash;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.orderengine.effect.CallContext;
import org.orderengine.effect.Effect;
import org.orderengine.effect.EffectResult;
import org.orderengine.spi.inventory.InventoryService;
import org.orderengine.spi.payment.PaymentGateway;

/** What a node calls the {@link World} by. */
final class WorldHost implements InventoryService, PaymentGateway {

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI world;

    WorldHost(int port) {
        world = URI.create("http://127.0.0.1:" + port + "/");
    }

    private EffectResult perform(String operation, CallContext call, long quantity, List<Effect.StockLine> lines) {
        String answer = ask(operation, call, quantity, lines);
        return switch (answer) {
            case World.DONE -> EffectResult.done(call.idempotencyKey());
            case World.DECLINED -> EffectResult.declined(World.DECLINED, "not enough is there");
            case World.NEVER -> EffectResult.failed("no such call ever came");
            default -> EffectResult.unknown("the answer was lost");
        };
    }

    private String ask(String operation, CallContext call, long quantity, List<Effect.StockLine> lines) {
        String body = operation + "\n" + call.orderId() + "\n" + call.idempotencyKey() + "\n" + quantity + "\n"
                + lines.stream().map(line -> line.sku() + ":" + line.quantity()).collect(Collectors.joining("\n"));
        try {
            return client.send(
                            HttpRequest.newBuilder(world)
                                    .timeout(Duration.ofSeconds(5))
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException broken) {
            return World.LOST;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return World.LOST;
        }
    }

    private EffectResult units(String operation, CallContext call, List<Effect.StockLine> lines) {
        return perform(
                operation,
                call,
                lines.stream().mapToLong(Effect.StockLine::quantity).sum(),
                lines);
    }

    @Override
    public EffectResult reserve(Effect.ReserveStock request, CallContext call) {
        return units("reserve", call, request.lines());
    }

    @Override
    public EffectResult release(Effect.ReleaseStock request, CallContext call) {
        return units("release", call, request.lines());
    }

    @Override
    public EffectResult consume(Effect.ConsumeStock request, CallContext call) {
        return units("consume", call, request.lines());
    }

    @Override
    public EffectResult restock(Effect.RestockGoods request, CallContext call) {
        return units("restock", call, request.lines());
    }

    @Override
    public EffectResult query(Effect.Stock request, CallContext call) {
        return perform("query", call, 0, List.of());
    }

    @Override
    public EffectResult authorize(Effect.AuthorizePayment request, CallContext call) {
        return perform("authorize", call, request.amount().minorUnits(), List.of());
    }

    @Override
    public EffectResult capture(Effect.CapturePayment request, CallContext call) {
        return perform("capture", call, request.amount().minorUnits(), List.of());
    }

    @Override
    public EffectResult voidAuthorization(Effect.VoidPayment request, CallContext call) {
        return perform("void", call, request.amount().minorUnits(), List.of());
    }

    @Override
    public EffectResult refund(Effect.RefundPayment request, CallContext call) {
        return perform("refund", call, request.amount().minorUnits(), List.of());
    }

    @Override
    public EffectResult query(Effect.Charge request, CallContext call) {
        return perform("query", call, 0, List.of());
    }
}
