package org.orderengine.dispatch;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.spi.benefit.BenefitService;
import org.orderengine.spi.inventory.Allocator;
import org.orderengine.spi.inventory.InventoryService;
import org.orderengine.spi.logistics.DeliveryService;
import org.orderengine.spi.logistics.LogisticsService;
import org.orderengine.spi.payment.PaymentGateway;
import org.orderengine.spi.rule.HostEffectHandler;

/**
 * The host's services that do outside work; null where the host plugged in none.
 *
 * @param inventory its stock
 * @param allocator the rule for choosing its locations
 * @param payments its payment providers
 * @param benefits its coupons and points
 * @param logistics its carriers
 * @param delivery its delivery of goods that need no parcel
 * @param effects its own effects by name
 */
public record HostServices(
        @Nullable InventoryService inventory,
        Allocator allocator,
        @Nullable PaymentGateway payments,
        @Nullable BenefitService benefits,
        @Nullable LogisticsService logistics,
        @Nullable DeliveryService delivery,
        Map<String, HostEffectHandler> effects) {

    public HostServices {
        effects = Map.copyOf(effects);
    }
}
