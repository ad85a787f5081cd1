package org.orderengine.json;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Address;
import org.orderengine.model.Annotations;
import org.orderengine.model.Benefits;
import org.orderengine.model.Books;
import org.orderengine.model.By;
import org.orderengine.model.Charge;
import org.orderengine.model.Clocks;
import org.orderengine.model.Coupon;
import org.orderengine.model.Customer;
import org.orderengine.model.Deadline;
import org.orderengine.model.DeferredAction;
import org.orderengine.model.Flow;
import org.orderengine.model.FrozenTimer;
import org.orderengine.model.Goods;
import org.orderengine.model.Lapse;
import org.orderengine.model.Line;
import org.orderengine.model.Money;
import org.orderengine.model.Offer;
import org.orderengine.model.Order;
import org.orderengine.model.Origin;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.PendingChange;
import org.orderengine.model.Points;
import org.orderengine.model.Position;
import org.orderengine.model.ProcessReference;
import org.orderengine.model.ProposedChange;
import org.orderengine.model.Run;
import org.orderengine.model.Shipping;
import org.orderengine.model.Stuck;
import org.orderengine.model.Timer;
import org.orderengine.model.Waits;
import org.orderengine.model.Work;

/**
 * Orders, each one object: its origin, books and flow share no field name. They have no {@link Shape}: with one,
 * orders took 1.02 to 1.11 times the CPU time to read and 1.10 to 1.13 times to write (see ADR 0013).
 */
@SuppressWarnings("NullAway") // From JDK 22 on it takes the type variables of Shape.of for never null.
final class OrderCodec {

    static final Shape<Address> ADDRESS = Shape.of(
            Field.RECIPIENT.optionalText(Address::recipient),
            Field.COMPANY.optionalText(Address::company),
            Field.LINES.texts(Address::lines),
            Field.POSTAL_CODE.optionalText(Address::postalCode),
            Field.CITY.optionalText(Address::city),
            Field.REGION.optionalText(Address::region),
            Field.COUNTRY.optionalText(Address::country),
            Field.PHONE.optionalText(Address::phone),
            Field.EMAIL.optionalText(Address::email),
            Address::new);

    static final Shape<Customer> CUSTOMER = Shape.of(
            Field.MEMBER_TIER.optionalText(Customer::memberTier),
            Field.DELIVERY_ADDRESS.optionalObject(ADDRESS, Customer::deliveryAddress),
            Field.BILLING_ADDRESS.optionalObject(ADDRESS, Customer::billingAddress),
            Field.TAX_NUMBER.optionalText(Customer::taxNumber),
            Customer::new);

    static final Codec<Order> ORDER = Codec.of(OrderCodec::write, OrderCodec::read);

    private static final Part<Books, Shipping> SHIPPING = ShareCodec.shipping(Books::shipping);

    private OrderCodec() {}

    static void write(FieldWriter out, Order order) throws IOException {
        out.text(Field.ORDER, order.id());
        out.number(Field.REVISION, order.revision());
        out.text(Field.PROCESS, order.process().name());
        out.number(Field.VERSION, order.process().version());
        out.instant(Field.PLACED_AT, order.placedAt());
        out.currency(order.books().currency());
        out.text(Field.BUYER, order.origin().buyer());
        out.text(Field.BUSINESS, order.origin().business());
        out.text(Field.CHANNEL, order.origin().channel());
        out.text(Field.MERCHANT, order.origin().merchant());
        CUSTOMER.write(out, order.customer());
        FlowCodec.ANNOTATIONS.write(out, order.annotations());
        out.instant(Field.PROMISED_AT, order.promisedAt());
        writeFlow(out, order.flow());
        writeBooks(out, order.books());
    }

    private static void writeFlow(FieldWriter out, Flow flow) throws IOException {
        FlowCodec.POSITION.write(out, flow.position());
        out.objects(Field.RUNS, flow.runs(), FlowCodec.RUN);
        out.objects(Field.TIMERS, flow.timers(), FlowCodec.TIMER);
        out.objects(Field.EFFECTS, flow.effects(), EffectCodec.EFFECT);
        out.objects(Field.DEFERRED, flow.deferred(), FlowCodec.DEFERRED);
        out.objects(Field.FROZEN, flow.frozen(), FlowCodec.FROZEN);
        out.objects(Field.DEADLINES, flow.deadlines(), FlowCodec.DEADLINE);
        out.object(Field.STUCK, flow.stuck(), FlowCodec.STUCK);
        out.object(Field.LAPSE, flow.lapse(), ChangeCodec.LAPSE);
        out.object(Field.CHANGE, flow.change(), ChangeCodec.CHANGE);
        out.object(Field.PROPOSAL, flow.proposal(), ChangeCodec.PROPOSAL);
        out.object(Field.ERASURE, flow.erasure(), FlowCodec.BY);
    }

    private static void writeBooks(FieldWriter out, Books books) throws IOException {
        out.flag(Field.PRICES_INCLUDE_TAX, books.pricesIncludeTax());
        out.objects(Field.LINES, books.lines(), LineCodec.LINE);
        SHIPPING.writer().write(out, books);
        out.objects(Field.CHARGES, books.charges(), ShareCodec.CHARGE);
        out.amount(Field.CREDIT, books.credit());
        out.amount(Field.SURCHARGE, books.surcharge());
        out.objects(Field.COUPONS, books.coupons(), ShareCodec.COUPON);
        out.objects(Field.OFFERS, books.offers(), OfferCodec.OFFER);
        out.object(Field.POINTS, books.points().equals(Points.NONE) ? null : books.points(), ShareCodec.POINTS);
        ChildCodec.write(out, books);
    }

    static Order read(FieldReader in) throws IOException {
        Fields fields = new Fields();
        for (Field field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case ORDER -> fields.id = in.orderId();
                case REVISION -> fields.revision = in.number();
                case PROCESS -> fields.process = in.text();
                case VERSION -> fields.version = in.smallNumber();
                case PLACED_AT -> fields.placedAt = in.instant();
                case PROMISED_AT -> fields.promisedAt = in.instant();
                case BUYER -> fields.buyer = in.text();
                case BUSINESS -> fields.business = in.text();
                case CHANNEL -> fields.channel = in.text();
                case MERCHANT -> fields.merchant = in.text();
                case MEMBER_TIER -> fields.memberTier = in.text();
                case DELIVERY_ADDRESS -> fields.deliveryAddress = in.object(ADDRESS);
                case BILLING_ADDRESS -> fields.billingAddress = in.object(ADDRESS);
                case ATTRIBUTES -> fields.attributes = in.map(FieldReader::text);
                case TAGS -> fields.tags = in.texts();
                case TAX_NUMBER -> fields.taxNumber = in.text();
                case STATES -> fields.states = in.texts();
                case HISTORY -> fields.history = in.map(FieldReader::texts);
                case ENDED -> fields.ended = in.flag();
                case RUNS -> fields.runs = in.objects(FlowCodec.RUN);
                case EFFECTS -> fields.effects = in.objects(EffectCodec.EFFECT);
                case CHANGE -> fields.change = in.object(ChangeCodec.CHANGE);
                case PROPOSAL -> fields.proposal = in.object(ChangeCodec.PROPOSAL);
                case TIMERS -> fields.timers = in.objects(FlowCodec.TIMER);
                case DEFERRED -> fields.deferred = in.objects(FlowCodec.DEFERRED);
                case FROZEN -> fields.frozen = in.objects(FlowCodec.FROZEN);
                case DEADLINES -> fields.deadlines = in.objects(FlowCodec.DEADLINE);
                case STUCK -> fields.stuck = in.object(FlowCodec.STUCK);
                case ERASURE -> fields.erasure = in.object(FlowCodec.BY);
                case LAPSE -> fields.lapse = in.object(ChangeCodec.LAPSE);
                case PRICES_INCLUDE_TAX -> fields.pricesIncludeTax = in.flag();
                case LINES -> fields.lines = in.objects(LineCodec.LINE);
                case SHIPPING -> fields.shipping = in.object(ShareCodec.SHIPPING);
                case CHARGES -> fields.charges = in.objects(ShareCodec.CHARGE);
                case CREDIT -> fields.credit = in.amount();
                case SURCHARGE -> fields.surcharge = in.amount();
                case COUPONS -> fields.coupons = in.objects(ShareCodec.COUPON);
                case OFFERS -> fields.offers = in.objects(OfferCodec.OFFER);
                case POINTS -> fields.points = in.object(ShareCodec.POINTS);
                default -> fields.children.read(in, field);
            }
        }
        return fields.order(in);
    }

    /** What was read of an order so far. */
    private static final class Fields {
        private @Nullable String id;
        private long revision;
        private @Nullable String process;
        private int version;
        private @Nullable Instant placedAt;
        private @Nullable Instant promisedAt;
        private @Nullable String buyer;
        private @Nullable String business;
        private @Nullable String channel;
        private @Nullable String merchant;
        private @Nullable String memberTier;
        private @Nullable Address deliveryAddress;
        private @Nullable Address billingAddress;
        private @Nullable String taxNumber;
        private Map<String, String> attributes = Map.of();
        private List<String> tags = List.of();
        private List<String> states = List.of();
        private Map<String, List<String>> history = Map.of();
        private boolean ended;
        private List<Run> runs = List.of();
        private List<OwedEffect> effects = List.of();
        private List<Timer> timers = List.of();
        private List<DeferredAction> deferred = List.of();
        private List<FrozenTimer> frozen = List.of();
        private List<Deadline> deadlines = List.of();
        private @Nullable Stuck stuck;
        private @Nullable Lapse lapse;
        private @Nullable PendingChange change;
        private @Nullable ProposedChange proposal;
        private @Nullable By erasure;
        private boolean pricesIncludeTax;
        private List<Line> lines = List.of();
        private @Nullable Shipping shipping;
        private List<Charge> charges = List.of();
        private @Nullable Money credit;
        private @Nullable Money surcharge;
        private List<Coupon> coupons = List.of();
        private List<Offer> offers = List.of();
        private Points points = Points.NONE;
        private final ChildCodec.Children children = new ChildCodec.Children();

        private Order order(FieldReader in) {
            Shipping delivery = shipping == null ? ShareCodec.none(in.currency()) : shipping;
            Goods goods = new Goods(pricesIncludeTax, lines, delivery, charges);
            Benefits benefits = new Benefits(coupons, points, offers);
            Flow flow = new Flow(
                    new Position(states, history, ended),
                    new Work(runs, effects, deferred),
                    new Clocks(timers, frozen, deadlines),
                    new Waits(stuck, lapse, change, proposal, erasure));
            return new Order(
                    in.required(id, Field.ORDER),
                    new ProcessReference(in.required(process, Field.PROCESS), version),
                    new Origin(buyer, business, channel, merchant),
                    new Customer(memberTier, deliveryAddress, billingAddress, taxNumber),
                    in.required(placedAt, Field.PLACED_AT),
                    revision,
                    children.books(goods, in.orZero(credit), in.orZero(surcharge), benefits),
                    flow,
                    new Annotations(attributes, tags),
                    promisedAt);
        }
    }
}
