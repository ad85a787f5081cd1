package org.orderengine.json;

import org.orderengine.model.Address;
import org.orderengine.model.Customer;

/** What an order keeps of the one who placed it; its fields stand among the order's own. */
final class CustomerCodec {

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
            Customer::new);

    private CustomerCodec() {}
}
