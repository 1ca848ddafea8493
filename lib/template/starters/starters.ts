import type { Document } from "../schema";
import { birthdayCoupon } from "./birthday-coupon";
import { courseCertificate } from "./course-certificate";
import { loyaltyThankYou } from "./loyalty-thank-you";
import { salesFollowUp } from "./sales-follow-up";
import { vipPass } from "./vip-pass";
import { webinarInvitation } from "./webinar-invitation";

export type Starter = {
  id: string;
  name: string;
  description: string;
  document: Document;
};

/** Designs to begin from, in the order they are offered. */
export const STARTERS: readonly Starter[] = [
  {
    id: "loyalty-thank-you",
    name: "Loyalty thank-you",
    description: "Thanks a customer by name and shows the points they have now.",
    document: loyaltyThankYou,
  },
  {
    id: "webinar-invitation",
    name: "Webinar invitation",
    description: "A seat and a ticket with the guest's name and company.",
    document: webinarInvitation,
  },
  {
    id: "vip-pass",
    name: "VIP pass",
    description: "An event pass for the phone, with a code to scan at the door.",
    document: vipPass,
  },
  {
    id: "course-certificate",
    name: "Course certificate",
    description: "A4 certificate with name, course and date.",
    document: courseCertificate,
  },
  {
    id: "sales-follow-up",
    name: "Sales follow-up",
    description: "A proposal cover with the prospect's company and logo.",
    document: salesFollowUp,
  },
  {
    id: "birthday-coupon",
    name: "Birthday coupon",
    description: "Birthday wishes and a coupon that carries the customer's own code.",
    document: birthdayCoupon,
  },
];
