import type { Document } from "../schema";
import { abandonedCart } from "./abandoned-cart";
import { accountReview } from "./account-review";
import { birthdayCoupon } from "./birthday-coupon";
import type { StarterCategory } from "./category";
import { courseCertificate } from "./course-certificate";
import { customerAnniversary } from "./customer-anniversary";
import { demoInvitation } from "./demo-invitation";
import { donationThanks } from "./donation-thanks";
import { employeeAward } from "./employee-award";
import { fitnessProgress } from "./fitness-progress";
import { flashSale } from "./flash-sale";
import { loyaltyThankYou } from "./loyalty-thank-you";
import { milestoneStory } from "./milestone-story";
import { orderShipped } from "./order-shipped";
import { pointsRing } from "./points-ring";
import { priceCard } from "./price-card";
import { quoteCard } from "./quote-card";
import { referralCard } from "./referral-card";
import { reviewRequest } from "./review-request";
import { salesFollowUp } from "./sales-follow-up";
import { speakerCard } from "./speaker-card";
import { storeVisit } from "./store-visit";
import { vipPass } from "./vip-pass";
import { webinarInvitation } from "./webinar-invitation";
import { welcomeMail } from "./welcome-mail";
import { welcomeOffer } from "./welcome-offer";
import { winBackCoupon } from "./win-back-coupon";

export type Starter = {
  id: string;
  name: string;
  category: StarterCategory;
  description: string;
  /** Words it is found by besides those of its name and category, apart by spaces. */
  keywords: string;
  document: Document;
};

/** Designs to begin from, in the order they are offered: by category. For servers: pages get names and pictures. */
export const STARTERS: readonly Starter[] = [
  {
    id: "abandoned-cart",
    name: "Abandoned cart",
    category: "email",
    description: "Brings back a shopper with what is still in the bag.",
    keywords: "basket bag checkout shop price product reminder",
    document: abandonedCart,
  },
  {
    id: "order-shipped",
    name: "Order on its way",
    category: "email",
    description: "Follows a parcel in four steps, up to the day it comes.",
    keywords: "shipping delivery tracking parcel progress transactional",
    document: orderShipped,
  },
  {
    id: "welcome-mail",
    name: "Welcome",
    category: "email",
    description: "Greets a new customer or user by name beside a bright pattern.",
    keywords: "onboarding hello sign-up new first",
    document: welcomeMail,
  },
  {
    id: "review-request",
    name: "Review request",
    category: "email",
    description: "Asks for a review and shows the stars that others gave.",
    keywords: "rating stars feedback product nps survey",
    document: reviewRequest,
  },
  {
    id: "store-visit",
    name: "Shop nearby",
    category: "email",
    description: "A banner with the nearest shop: town, street, hours, distance.",
    keywords: "store local map banner address opening hours",
    document: storeVisit,
  },
  {
    id: "flash-sale",
    name: "Flash sale",
    category: "email",
    description: "Counts down to the end of a sale, in the recipient's time zone.",
    keywords: "countdown timer clock sale discount deadline urgency GIF",
    document: flashSale,
  },
  {
    id: "webinar-invitation",
    name: "Webinar invitation",
    category: "events",
    description: "A seat and a ticket with the guest's name and company.",
    keywords: "event seat ticket online date",
    document: webinarInvitation,
  },
  {
    id: "vip-pass",
    name: "VIP pass",
    category: "events",
    description: "An event pass for the phone, with a code to scan at the door.",
    keywords: "badge ticket QR check-in festival",
    document: vipPass,
  },
  {
    id: "speaker-card",
    name: "Speaker card",
    category: "events",
    description: "A square for a speaker to post: portrait, talk and day.",
    keywords: "conference talk photo portrait social",
    document: speakerCard,
  },
  {
    id: "course-certificate",
    name: "Course certificate",
    category: "certificates",
    description: "A4 or Letter certificate with name, course, date and a code to check it.",
    keywords: "completion diploma training A4 letter paper print PDF verify",
    document: courseCertificate,
  },
  {
    id: "employee-award",
    name: "Employee award",
    category: "certificates",
    description: "An award to frame, with a medal and the reason for it.",
    keywords: "recognition team medal A4 print PDF month",
    document: employeeAward,
  },
  {
    id: "donation-thanks",
    name: "Donation thank-you",
    category: "certificates",
    description: "Thanks a donor by name, with the gift and its receipt number.",
    keywords: "charity gift receipt non-profit A4 print PDF",
    document: donationThanks,
  },
  {
    id: "sales-follow-up",
    name: "Sales follow-up",
    category: "sales",
    description: "A proposal cover with the prospect's company and logo.",
    keywords: "proposal prospect outreach logo company",
    document: salesFollowUp,
  },
  {
    id: "demo-invitation",
    name: "Demo invitation",
    category: "sales",
    description: "The prospect's company on the screen of your product.",
    keywords: "laptop screen outreach prospect meeting company",
    document: demoInvitation,
  },
  {
    id: "price-card",
    name: "Quote",
    category: "sales",
    description: "A quote at a glance: plan, seats, total and until when it stands.",
    keywords: "price offer total proposal invoice",
    document: priceCard,
  },
  {
    id: "account-review",
    name: "Account review",
    category: "sales",
    description: "A customer's year as a chart, with growth and NPS.",
    keywords: "chart bars report quarter QBR NPS LinkedIn",
    document: accountReview,
  },
  {
    id: "quote-card",
    name: "Quote post",
    category: "social",
    description: "A customer's words, large, for a square post.",
    keywords: "testimonial words instagram square saying",
    document: quoteCard,
  },
  {
    id: "milestone-story",
    name: "Milestone story",
    category: "social",
    description: "Announces a round number of followers in a story.",
    keywords: "followers announcement instagram story thanks",
    document: milestoneStory,
  },
  {
    id: "fitness-progress",
    name: "Week in rings",
    category: "social",
    description: "A member's steps, minutes and kilometres, made to be shared.",
    keywords: "fitness sport progress rings steps health",
    document: fitnessProgress,
  },
  {
    id: "loyalty-thank-you",
    name: "Loyalty thank-you",
    category: "retention",
    description: "Thanks a customer by name and shows the points they have now.",
    keywords: "points rewards purchase card",
    document: loyaltyThankYou,
  },
  {
    id: "birthday-coupon",
    name: "Birthday coupon",
    category: "retention",
    description: "Birthday wishes and a coupon that carries the customer's own code.",
    keywords: "discount voucher code gift party",
    document: birthdayCoupon,
  },
  {
    id: "points-ring",
    name: "Points ring",
    category: "retention",
    description: "How far it is to the next reward, as a ring.",
    keywords: "loyalty points progress rewards monthly",
    document: pointsRing,
  },
  {
    id: "win-back-coupon",
    name: "Win-back coupon",
    category: "retention",
    description: "For customers not seen for a while: a discount with a barcode for the till.",
    keywords: "barcode discount voucher lapsed miss you",
    document: winBackCoupon,
  },
  {
    id: "welcome-offer",
    name: "Welcome offer",
    category: "retention",
    description: "48 hours for each recipient, from when they first see it.",
    keywords: "countdown timer evergreen first order discount deadline GIF",
    document: welcomeOffer,
  },
  {
    id: "customer-anniversary",
    name: "Customer anniversary",
    category: "retention",
    description: "Celebrates the years somebody has been with you.",
    keywords: "years loyalty date celebration thanks",
    document: customerAnniversary,
  },
  {
    id: "referral-card",
    name: "Referral card",
    category: "retention",
    description: "The member's own code to pass on, as text and to scan.",
    keywords: "refer friend QR code invite reward",
    document: referralCard,
  },
];
