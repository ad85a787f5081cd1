package org.orderengine.decision.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.decision.Given.anOrder;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.orderengine.decision.Codes;
import org.orderengine.decision.Given;
import org.orderengine.decision.Then;
import org.orderengine.event.Event;
import org.orderengine.model.Return;

/** {@code decline-return}, {@code withdraw-return} and {@code send-back} move a return, and book nothing else. */
class ReturnStepTest {

    @Test
    void a_return_is_declined_and_its_units_can_be_asked_for_again() {
        Then then = asked().when("decline-return");
        then.thenEvents(new Event.ReturnMoved("r1", "declined", true)).thenOwes();
        asked().did("decline-return").when("request-return").thenOwes();
    }

    @Test
    void the_buyer_takes_a_request_back() {
        asked().when("withdraw-return").thenEvents(new Event.ReturnMoved("r1", "withdrawn", true));
        asked().did("approve-return")
                .when("withdraw-return")
                .thenEvents(new Event.ReturnMoved("r1", "withdrawn", true));
    }

    @Test
    void goods_that_were_sent_back_are_waited_for() {
        Then then = asked().did("approve-return").when("send-back");
        then.thenEvents(new Event.ReturnMoved("r1", "sent-back", false)).thenTimers("unconfirmed", "return r1 lost");
        assertThat(returned(then).ended()).isFalse();
    }

    @Test
    void it_is_refused_where_the_return_does_not_take_it() {
        asked().when("send-back", "return", "r1").thenRefused(Codes.RETURN_STATE);
        asked().did("approve-return")
                .did("send-back")
                .when("withdraw-return", "return", "r1")
                .thenRefused(Codes.RETURN_STATE);
    }

    @Test
    void it_is_refused_for_a_return_that_is_not_there() {
        asked().when("decline-return", "return", "r9").thenRefused(Codes.UNKNOWN_RETURN);
    }

    @Test
    void it_is_refused_unless_it_says_which_of_several() {
        Given two = asked().did("request-return", "lines", Lines.of("2", 1));
        two.when("decline-return").thenRefused(Codes.UNKNOWN_RETURN);
        two.when("decline-return", "return", "r2").thenEvents(new Event.ReturnMoved("r2", "declined", true));
    }

    private static Given asked() {
        return anOrder().delivered().did("request-return", "lines", Lines.of("1", 1));
    }

    private static Return returned(Then then) {
        return Objects.requireNonNull(then.order().books().returnOf("r1"));
    }
}
