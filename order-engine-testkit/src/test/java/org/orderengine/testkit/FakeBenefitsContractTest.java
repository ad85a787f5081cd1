package org.orderengine.testkit;

import static org.orderengine.testkit.Fixtures.couponOffer;

import org.orderengine.spi.benefit.BenefitService;
import org.orderengine.testkit.contract.BenefitContract;

class FakeBenefitsContractTest extends BenefitContract {

    private final FakeBenefits benefits = new FakeBenefits();
    private int last;

    @Override
    protected BenefitService benefits() {
        return benefits;
    }

    @Override
    protected String newCoupon(long limit) {
        String code = "C" + ++last;
        benefits.limit(couponOffer(code, null, limit));
        return code;
    }

    @Override
    protected String newMember(long points) {
        String buyer = "b" + ++last;
        benefits.member(buyer, null, points);
        return buyer;
    }

    @Override
    protected long points(String buyer) {
        return benefits.member(buyer).points();
    }
}
