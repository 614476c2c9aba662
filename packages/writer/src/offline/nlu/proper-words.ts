const spelled = `
CEO CFO CTO COO CMO CIO CISO CRO CPO CHRO CEOs CFOs CTOs COOs CMOs CIOs CISOs CROs CPOs CHROs VP VPs SVP EVP HR PR SEO SEM PPC CRM CRMs ERP ERPs API APIs AI ML KPI KPIs ROI SLA SLAs B2B B2C D2C DTC SMB SMBs SME SMEs NGO NGOs SaaS PDF PDFs CSV GDPR HIPAA ISO SOC SSO VPN VPNs IoT LED LEDs HVAC EHR EHRs EMR PMS POS RFP RFPs RFID GPS NDA EU UK USA UAE NYC EMEA DACH MRI MRIs STEM LMS MSP MSPs MSSP TMS WMS MES PLC PLCs CNC CAD BIM QA FAQ FAQs UX UI CTA URL URLs DIY EV EVs VAT IRS OSHA FDA GMP HACCP
LinkedIn Spotify Netflix Uber TripAdvisor Yelp DoorDash PayPal Wix Squarespace Klaviyo Intercom Zendesk DocuSign Dropbox WhatsApp Excel Google YouTube Instagram Facebook TikTok Shopify Etsy Amazon eBay Salesforce HubSpot Slack Zoom Xero QuickBooks Stripe PayPal Airbnb WordPress WooCommerce Magento Microsoft Outlook Gmail Zapier Notion Trello Asana Jira GitHub GitLab Kubernetes Docker AWS Azure SAP Oracle Netsuite Figma Canva Photoshop iPhone iPad Android iOS Mailchimp Calendly
Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February April June July August September October November December
English German French Spanish Italian Dutch Swedish Norwegian Danish Finnish Polish Czech Portuguese Greek Irish Scottish British American Canadian Mexican Brazilian Australian Indian Chinese Japanese Korean European Swiss Austrian Belgian Nordic Bavarian Scandinavian African Asian
Germany France Spain Italy Netherlands Belgium Sweden Norway Denmark Finland Poland Portugal Greece Ireland Scotland England Wales Britain Switzerland Austria Canada Mexico Brazil Australia India Japan Korea Singapore Europe Africa Asia America Texas California Florida Ohio Oregon Colorado Arizona Nevada Michigan Illinois Georgia Virginia Minnesota Wisconsin Washington Montana Utah Kansas Iowa Indiana Tennessee Kentucky Alabama
London Berlin Paris Madrid Rome Vienna Munich Hamburg Amsterdam Rotterdam Brussels Zurich Dublin Lisbon Barcelona Milan Stockholm Oslo Copenhagen Helsinki Warsaw Prague Toronto Vancouver Montreal Sydney Melbourne Boston Chicago Denver Austin Dallas Houston Seattle Portland Miami Atlanta Manchester Birmingham Leeds Bristol Glasgow Edinburgh Bavaria Saxony Cornwall Yorkshire Kent Devon
Christmas Easter Ramadan Thanksgiving Halloween Diwali
`;

/** Lower-case word → its fixed spelling: acronyms, brands, places, days. Words that are also everyday words stay out. */
export const properWords: ReadonlyMap<string, string> = new Map(
  spelled
    .split(/\s+/)
    .filter((word) => word !== "")
    .map((word) => [word.toLowerCase(), word]),
);
