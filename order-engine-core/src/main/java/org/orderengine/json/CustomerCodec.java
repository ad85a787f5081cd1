package org.orderengine.json;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Address;
import org.orderengine.model.Customer;

/** What an order keeps of the one who placed it; its fields stand among the order's own. */
final class CustomerCodec {

    private CustomerCodec() {}

    static void write(FieldWriter out, Customer customer) throws IOException {
        out.text(Field.MEMBER_TIER, customer.memberTier());
        writeAddress(out, Field.DELIVERY_ADDRESS, customer.deliveryAddress());
        writeAddress(out, Field.BILLING_ADDRESS, customer.billingAddress());
    }

    static Customer read(FieldReader in) throws IOException {
        String memberTier = null;
        Address delivery = null;
        Address billing = null;
        for (Field field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case MEMBER_TIER -> memberTier = in.text();
                case DELIVERY_ADDRESS -> delivery = in.object(CustomerCodec::readAddress);
                case BILLING_ADDRESS -> billing = in.object(CustomerCodec::readAddress);
                default -> throw in.unexpected(field);
            }
        }
        return new Customer(memberTier, delivery, billing);
    }

    private static void writeAddress(FieldWriter out, Field field, @Nullable Address address) throws IOException {
        if (address != null) {
            out.object(field, address, CustomerCodec::writeAddress);
        }
    }

    private static void writeAddress(FieldWriter out, Address address) throws IOException {
        out.text(Field.RECIPIENT, address.recipient());
        out.text(Field.COMPANY, address.company());
        out.texts(Field.LINES, address.lines());
        out.text(Field.POSTAL_CODE, address.postalCode());
        out.text(Field.CITY, address.city());
        out.text(Field.REGION, address.region());
        out.text(Field.COUNTRY, address.country());
        out.text(Field.PHONE, address.phone());
        out.text(Field.EMAIL, address.email());
    }

    static Address readAddress(FieldReader in) throws IOException {
        String recipient = null;
        String company = null;
        List<String> lines = List.of();
        String postalCode = null;
        String city = null;
        String region = null;
        String country = null;
        String phone = null;
        String email = null;
        for (Field field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case RECIPIENT -> recipient = in.text();
                case COMPANY -> company = in.text();
                case LINES -> lines = in.texts();
                case POSTAL_CODE -> postalCode = in.text();
                case CITY -> city = in.text();
                case REGION -> region = in.text();
                case COUNTRY -> country = in.text();
                case PHONE -> phone = in.text();
                case EMAIL -> email = in.text();
                default -> throw in.unexpected(field);
            }
        }
        return new Address(recipient, company, lines, postalCode, city, region, country, phone, email);
    }
}
