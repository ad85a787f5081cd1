package org.orderengine.jdbc.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.orderengine.effect.CallContext;
import org.orderengine.effect.Effect;
import org.orderengine.effect.EffectResult;
import org.orderengine.spi.inventory.InventoryService;
import org.orderengine.spi.payment.PaymentGateway;

/**
 * A warehouse and a payment provider whose books are a file, so that they outlive the process that calls them: one line per
 * intent that was done. Every answer in seven is lost after the work was done, and calls take a while now and then.
 */
final class LedgerHost implements InventoryService, PaymentGateway {

    private final Path file;
    private final Set<String> done = new HashSet<>();
    private final Map<String, Long> sums = new HashMap<>();
    private int calls;

    LedgerHost(Path file) {
        this.file = file;
        try {
            if (Files.exists(file)) {
                Files.readAllLines(file).forEach(this::take);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was done for an order by one operation, in units or minor units. */
    synchronized long sum(String operation, String orderId) {
        return sums.getOrDefault(operation + " " + orderId, 0L);
    }

    private void take(String line) {
        String[] parts = line.split(" ", -1);
        if (!done.add(parts[2])) {
            throw new IllegalStateException("done twice: " + line);
        }
        sums.merge(parts[0] + " " + parts[1], Long.valueOf(parts[3]), Long::sum);
    }

    private synchronized EffectResult perform(String operation, CallContext call, long quantity) {
        String key = call.idempotencyKey();
        calls++;
        if (!done.contains(key)) {
            String line = operation + " " + call.orderId() + " " + key + " " + quantity;
            try {
                Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                if (calls % 5 == 0) {
                    Thread.sleep(2);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            take(line);
            if (calls % 7 == 0) {
                return EffectResult.unknown("the answer was lost");
            }
        }
        return EffectResult.done(key);
    }

    private synchronized EffectResult queried(CallContext call) {
        return done.contains(call.idempotencyKey())
                ? EffectResult.done(call.idempotencyKey())
                : EffectResult.failed("no such call ever came");
    }

    private static long units(List<Effect.StockLine> lines) {
        return lines.stream().mapToLong(Effect.StockLine::quantity).sum();
    }

    @Override
    public EffectResult reserve(Effect.ReserveStock request, CallContext call) {
        return perform("reserve", call, units(request.lines()));
    }

    @Override
    public EffectResult release(Effect.ReleaseStock request, CallContext call) {
        return perform("release", call, units(request.lines()));
    }

    @Override
    public EffectResult consume(Effect.ConsumeStock request, CallContext call) {
        return perform("consume", call, units(request.lines()));
    }

    @Override
    public EffectResult restock(Effect.RestockGoods request, CallContext call) {
        return perform("restock", call, units(request.lines()));
    }

    @Override
    public EffectResult query(Effect.Stock request, CallContext call) {
        return queried(call);
    }

    @Override
    public EffectResult authorize(Effect.AuthorizePayment request, CallContext call) {
        return perform("authorize", call, request.amount().minorUnits());
    }

    @Override
    public EffectResult capture(Effect.CapturePayment request, CallContext call) {
        return perform("capture", call, request.amount().minorUnits());
    }

    @Override
    public EffectResult voidAuthorization(Effect.VoidPayment request, CallContext call) {
        return perform("void", call, request.amount().minorUnits());
    }

    @Override
    public EffectResult refund(Effect.RefundPayment request, CallContext call) {
        return perform("refund", call, request.amount().minorUnits());
    }

    @Override
    public EffectResult query(Effect.Charge request, CallContext call) {
        return queried(call);
    }
}
