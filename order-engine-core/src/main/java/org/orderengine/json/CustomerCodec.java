package org.orderengine.json;

import static org.orderengine.json.Part.optionalObject;
import static org.orderengine.json.Part.optionalText;
import static org.orderengine.json.Part.texts;

import org.orderengine.model.Address;
import org.orderengine.model.Customer;

/** What an order keeps of the one who placed it; its fields stand among the order's own. */
final class CustomerCodec {

    static final Shape<Address> ADDRESS = Shape.of(
            optionalText(Field.RECIPIENT, Address::recipient),
            optionalText(Field.COMPANY, Address::company),
            texts(Field.LINES, Address::lines),
            optionalText(Field.POSTAL_CODE, Address::postalCode),
            optionalText(Field.CITY, Address::city),
            optionalText(Field.REGION, Address::region),
            optionalText(Field.COUNTRY, Address::country),
            optionalText(Field.PHONE, Address::phone),
            optionalText(Field.EMAIL, Address::email),
            Address::new);

    static final Shape<Customer> CUSTOMER = Shape.of(
            optionalText(Field.MEMBER_TIER, Customer::memberTier),
            optionalObject(Field.DELIVERY_ADDRESS, ADDRESS, Customer::deliveryAddress),
            optionalObject(Field.BILLING_ADDRESS, ADDRESS, Customer::billingAddress),
            Customer::new);

    private CustomerCodec() {}
}
