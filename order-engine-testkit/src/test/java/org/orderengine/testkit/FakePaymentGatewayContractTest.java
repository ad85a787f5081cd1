package org.orderengine.testkit;

import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.orderengine.effect.Effect.AuthorizePayment;
import org.orderengine.model.Money;
import org.orderengine.model.TenderCode;
import org.orderengine.spi.payment.PaymentGateway;
import org.orderengine.testkit.FakePaymentGateway.Operation;
import org.orderengine.testkit.MoneyMovement.Kind;
import org.orderengine.testkit.contract.PaymentGatewayContract;

class FakePaymentGatewayContractTest extends PaymentGatewayContract {

    private static final Currency EUR = Currency.getInstance("EUR");

    private final FakePaymentGateway gateway = new FakePaymentGateway()
            .answer("stolen-card", Operation.AUTHORIZE, Answer.DECLINED)
            .answer("gift-card", Operation.AUTHORIZE, List.of(GatewayAnswer.approved(amount(300))));

    private final AtomicBoolean lost = new AtomicBoolean();

    @Override
    protected PaymentGateway gateway() {
        return new LosingGateway(gateway, lost);
    }

    @Override
    protected void loseNextAnswer() {
        lost.set(true);
    }

    @Override
    protected Money held(String orderId) {
        return sum(orderId, Kind.AUTHORIZED).minus(sum(orderId, Kind.VOIDED)).minus(sum(orderId, Kind.CAPTURED));
    }

    @Override
    protected String approvedMethod() {
        return "card";
    }

    @Override
    protected String declinedMethod() {
        return "stolen-card";
    }

    @Override
    protected Money amount(long minorUnits) {
        return Money.ofMinor(EUR, minorUnits);
    }

    @Override
    protected Optional<AuthorizePayment> promisedInPart() {
        return Optional.of(new AuthorizePayment("p1", "gift-card", amount(800), null, new TenderCode("GIFT-1")));
    }

    @Override
    protected Money captured(String orderId) {
        return sum(orderId, Kind.CAPTURED, Kind.RECEIVED);
    }

    @Override
    protected Money refunded(String orderId) {
        return sum(orderId, Kind.REFUNDED);
    }

    private Money sum(String orderId, Kind... kinds) {
        return gateway.movements().stream()
                .filter(movement -> movement.orderId().equals(orderId)
                        && Arrays.asList(kinds).contains(movement.kind()))
                .map(MoneyMovement::amount)
                .reduce(Money.zero(EUR), Money::plus);
    }
}
